from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.values.altered import altered, catalogue
from tests.values.district import context
from tochka_sync.findings import Code
from tochka_sync.table import Cell
from tochka_sync.values.reading import Reading
from tochka_sync.values.what import links
from tochka_sync.values.what.links import Links

CONTEXT = context()
WALL, SITE = "https://vk.com/wall-1_2", "https://school8.ru"


def read(text: str, link: str | None = None) -> Reading[Links]:
    return links.read(Cell(text, link=link), CONTEXT)


def urls(text: str, link: str | None = None) -> tuple[str, ...] | None:
    value = read(text, link).value
    return None if value is None else value.urls


ONE = {
    "https://vk.com/wall-123_456": "https://vk.com/wall-123_456",
    "@tochka_rosta": "https://t.me/tochka_rosta",
    "телеграм @tochka_rosta": "https://t.me/tochka_rosta",
    "вк @tochka_rosta": "https://vk.com/tochka_rosta",
    "http:/school8.ru": "http://school8.ru",
    "https//school8.ru": SITE,
    "hhttps://school8.ru": SITE,
    "https:school8.ru": SITE,
    "https;//school8.ru": SITE,
    "htpps://school8.ru": SITE,
    "ttps://school8.ru": SITE,
    "http//:school8.ru": "http://school8.ru",
    "https:\\\\school8.ru": SITE,
    "https: //school8.ru": SITE,
    "https:// school8.ru": SITE,
    "https://https://school8.ru": SITE,
    "HTTPS://SCHOOL8.RU": SITE,
    "Https://VK.com/Wall-1": "https://vk.com/Wall-1",
    "Ссылка: https://vk.com/wall-1_2.": WALL,
    "ссылка:https://vk.com/wall-1_2": WALL,
    "Ссылка на пост - https://vk.com/wall-1_2": WALL,
    "см. https://vk.com/wall-1_2": WALL,
    "https://vk.com/wall-1_2 (пост в группе школы)": WALL,
    "«https://vk.com/wall-1_2»": WALL,
    "<https://vk.com/wall-1_2>": WALL,
    "(https://vk.com/wall-1_2)": WALL,
    "[ВК](https://vk.com/wall-1_2)": WALL,
    "https://vk.com/wall-1_2;": WALL,
    "https://vk.com/wall-1_2\u200b": WALL,
    "https://vk.com/wall-1_2?utm_source=x": WALL,
    "https://vk.com/wall-1_2?utm_source=x&utm_medium=y": WALL,
    "https://school8.ru/?id=5&yclid=77": "https://school8.ru/?id=5",
    "https://school8.ru/a?fbclid=1#top": "https://school8.ru/a#top",
    "https://school8.ru/a?x=1&utm_term=z&y=2": "https://school8.ru/a?x=1&y=2",
    "vk.com/wall-1_2": WALL,
    "www.school8.ru": "https://www.school8.ru",
    "school8.ru": SITE,
    "Сайт: school8.ru": SITE,
    "школа8.рф": "https://школа8.рф",
    "https://школа8.рф/новости": "https://школа8.рф/новости",
    "t.me/school8/15": "https://t.me/school8/15",
    "https://t.me/+AbCd1": "https://t.me/+AbCd1",
    "ok.ru/group/123": "https://ok.ru/group/123",
    "rutube.ru/video/1a2b/": "https://rutube.ru/video/1a2b/",
    "youtu.be/xYz1": "https://youtu.be/xYz1",
    "clck.ru/3AbCd": "https://clck.ru/3AbCd",
    "vk.com\\wall-1_2": WALL,
    "https://docs.google.com/document/d/1a_B/edit?usp=sharing": "https://docs.google.com/document/d/1a_B/edit?usp=sharing",
    "https://disk.yandex.ru/i/AbC-1": "https://disk.yandex.ru/i/AbC-1",
    "https://sh8-tommot-r98.gosweb.gosuslugi.ru/nasha-shkola/tochka-rosta/": (
        "https://sh8-tommot-r98.gosweb.gosuslugi.ru/nasha-shkola/tochka-rosta/"
    ),
    "https://ru.wikipedia.org/wiki/Алдан_(город)": "https://ru.wikipedia.org/wiki/Алдан_(город)",
    "https://vk.com/a?z=photo-1_2%2Falbum-1_00": "https://vk.com/a?z=photo-1_2%2Falbum-1_00",
    "https://web.archive.org/web/2020/https://vk.com/a": (
        "https://web.archive.org/web/2020/https://vk.com/a"
    ),
    "http://school8.ru:8080/a": "http://school8.ru:8080/a",
    '=HYPERLINK("https://vk.com/wall-1_2";"ВК")': WALL,
    '=ГИПЕРССЫЛКА("https://vk.com/wall-1_2";"ВК")': WALL,
    '=HYPERLINK("vk.com/wall-1_2")': WALL,
    '<a href="https://vk.com/wall-1_2">ВК</a>': WALL,
    "vk.com: https://vk.com/wall-1_2": WALL,
    "https://vk.com/wall–1_2": WALL,
}
MANY = (
    "https://vk.com/wall-1_2,\nschool8.ru", "https://vk.com/wall-1_2 https://school8.ru",
    "https://vk.com/wall-1_2;https://school8.ru", "https://vk.com/wall-1_2,https://school8.ru",
    "https://vk.com/wall-1_2https://school8.ru", "1. https://vk.com/wall-1_2 2. https://school8.ru",
    "1) vk.com/wall-1_2; 2) school8.ru", "ВК: vk.com/wall-1_2; сайт: school8.ru",
    "https://vk.com/wall-1_2 и https://school8.ru", "vk.com/wall-1_2 | school8.ru",
    "vk.com/wall-1_2 / school8.ru", "https://vk.com/wall-1_2 (ВК), https://school8.ru (сайт)",
)  # fmt: skip
PRINT = (
    "Алданский рабочий", "«Ленский вестник»", "Саха сирэ",
    "газета «Алданский рабочий» №12 от 15.02.2024", "Газета «Алданский рабочий»", "журнал «Квант», № 3",
    "радио «Столица»", "телевидение НВК Саха", "НВК Саха, 12.02.2024", "статья в газете «Киин Куорат»",
    "«Алданский рабочий», №12 от 15.02.2024", "«Алданский рабочий» №12", "сюжет на ТВ", "репортаж ГТРК",
    "заметка в районной газете от 15.02.2024",
)  # fmt: skip
PLACEHOLDERS = (
    "см. сайт", "ВК", "группа в ВК", "нет", "-", "сайт школы", "на сайте школы", "официальный сайт СОШ №8",
    "страница ВКонтакте", "телеграм-канал школы", "в социальных сетях", "группа Точка роста вк", "vk",
    "не освещалось", "нет ссылки", "не публиковали", "в процессе", "Сферум", "чат родителей",
    "будет размещено на сайте", "готовится статья в газету", "соцсети", "ссылка", "Одноклассники", "сайт, вк",
)  # fmt: skip
REFUSED = {
    "file:///C:/Users/1/фото.jpg": "bad_scheme",
    "C:\\Users\\1\\фото.jpg": "bad_scheme",
    "D:/Отчёты/план.docx": "bad_scheme",
    "\\\\server\\share\\план.docx": "bad_scheme",
    "javascript:alert(1)": "bad_scheme",
    "data:text/html,x": "bad_scheme",
    "ftp://school8.ru/a": "bad_scheme",
    "фото.jpg": "bad_scheme",
    "отчёт.docx": "bad_scheme",
    "https://vk.com/wall-1_2, C:\\фото.jpg": "bad_scheme",
    "https://vk.com/wall -1_2": "bad_link",
    "https://vk.com /wall-1_2": "bad_link",
    "vk,com/wall-1_2": "bad_link",
    "https://vk": "bad_link",
    "https://vk.com/wall-1_...": "bad_link",
    "vk.com/wall-1_…": "bad_link",
    "https://user:pw@school8.ru": "bad_link",
    "wall-123_456": "bad_link",
    "instagram @school8": "bad_link",
    "https://wa.me/79141234567": "only_talk",
    "https://chat.whatsapp.com/AbC123": "only_talk",
    "t.me/+79141234567": "only_talk",
    "https://vk.com": "only_net",
    "https://vk.com/": "only_net",
    "vk.com": "only_net",
    "https://vk.com/feed": "only_net",
    "t.me, ok.ru": "only_net",
    "https://школа8.рф/новости/точка роста": "bad_link",
    "http://localhost/a": "bad_host",
    "http://192.168.1.5/a": "bad_host",
    "vк.com/wall-1_2": "mixed_script",
    "https://vк.com/wall-1_2": "mixed_script",
    "https://vk.com/wаll-1_2": "mixed_script",
    "ivanova@mail.ru": "unreadable",
    "Иванова А.П.": "unreadable",
    "СОШ №8": "unreadable",
    "89141234567": "unreadable",
    "15.02.2024": "unreadable",
    "г.Алдан": "unreadable",
    "8-9 классы": "unreadable",
    "https://": "unreadable",
    "=A1": "unreadable",
    "@точка_роста": "unreadable",
    "мероприятие прошло успешно": "unreadable",
}


@pytest.mark.parametrize("text", ONE)
def test_an_address_is_read_however_it_was_pasted(text):
    assert urls(text) == (ONE[text],)


@pytest.mark.parametrize("text", MANY)
def test_several_addresses_are_read_in_their_order(text):
    assert urls(text) == (WALL, SITE)


@pytest.mark.parametrize("text", PRINT)
def test_printed_and_broadcast_media_are_kept_as_typed(text):
    assert read(text).value == Links((), text)


@pytest.mark.parametrize("text", PLACEHOLDERS)
def test_words_for_where_to_look_stand_for_an_empty_cell(text):
    problem = read(text).problem
    assert problem is not None
    assert problem.code is Code.REQUIRED_MISSING


@pytest.mark.parametrize("text", REFUSED)
def test_what_opens_nothing_on_the_net_is_refused(text):
    problem = read(text).problem
    assert problem is not None
    assert (problem.code, problem.reason) == (Code.LINK_INVALID, REFUSED[text])


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("@tochka_rosta", "handle_assumed_telegram"), ("school8.ru", "scheme_added"),
        ("https//school8.ru", "typo_fixed"), ("https: //school8.ru", "typo_fixed"), ('=HYPERLINK("https://a.ru";"А")', "formula_text"),
    ],
)  # fmt: skip
def test_what_was_assumed_is_noted(text, note):
    assert [remark.reason for remark in read(text).notes] == [note]


@pytest.mark.parametrize(
    "text", ["https://vk.com/wall-1_2?utm_source=x", "Ссылка: https://vk.com/a."]
)
def test_trackers_and_full_stops_go_without_a_word(text):
    assert read(text).notes == ()


def test_a_mended_scheme_is_told_with_old_and_new():
    [note] = read("https//school8.ru").notes
    assert note.code is Code.TEXT_CORRECTED
    assert note.facts == {"old": "https//school8.ru", "new": SITE}


def test_the_address_behind_the_text_wins_over_its_label():
    assert urls("ВК", WALL) == (WALL,)
    assert urls("school8.ru", "http://school8.ru/") == ("http://school8.ru/",)
    assert urls("пост от 12.02.2024", WALL) == (WALL,)


def test_the_address_behind_a_text_of_several_is_one_of_them():
    assert urls("https://vk.com/wall-1_2, school8.ru", WALL) == (WALL, SITE)
    assert urls("https://a.ru, https://b.ru", WALL) == (WALL, "https://a.ru", "https://b.ru")


def test_a_place_in_the_same_sheet_is_no_link():
    assert urls("ВК", "#gid=0&range=A1") is None
    assert urls("vk.com/wall-1_2", "#gid=0") == (WALL,)


def test_the_addresses_behind_parts_of_a_text_are_all_read():
    assert urls("пост, ролик", f"{WALL}\n{SITE}") == (WALL, SITE)
    assert urls(f"{WALL} и на сайте", f"{WALL}\n{SITE}") == (WALL, SITE)
    assert urls(f"{WALL}, {SITE}", f"{WALL}\n{SITE}") == (WALL, SITE)


def test_a_file_or_a_mailbox_behind_a_label_is_refused():
    problem = read("фото", "file:///C:/1.jpg").problem
    assert problem is not None
    assert problem.reason == "bad_scheme"
    assert urls("написать", "mailto:ivanova@mail.ru") is None


def test_a_newspaper_and_a_link_are_both_kept():
    reading = read("газета «Алданский рабочий» №12, https://vk.com/wall-1_2")
    assert reading.value == Links((WALL,), "газета «Алданский рабочий» №12")
    assert read("газета «Луч» №3", WALL).value == Links((WALL,), "газета «Луч» №3")


def test_a_suggested_address_can_be_read():
    for text in ("wall-123_456", "vk,com/wall-1_2", "vк.com/wall-1_2"):
        problem = read(text).problem
        assert problem is not None
        assert problem.suggestion is not None
        assert problem.facts["guess"] is True
        assert urls(problem.suggestion) == (problem.suggestion,)


@pytest.mark.parametrize(
    ("cell", "whole"),
    [
        ("https://vk.com/wall-\n1_2", WALL),
        ("https://vk.com/wall- 1_2", WALL),
        (f"{SITE}/news/view/id/3\n456789", f"{SITE}/news/view/id/3456789"),
        (f"{SITE}/news/ 123", f"{SITE}/news/123"),
        (f"{SITE}/news/\nview/id/3", f"{SITE}/news/view/id/3"),
        (f"{SITE}/?id=\n45", f"{SITE}/?id=45"),
        (f"{SITE}/news/ 123 {WALL}", None),
    ],
)
def test_an_address_cut_by_the_end_of_a_line_is_not_taken_for_whole(cell, whole):
    problem = read(cell).problem
    assert problem is not None
    assert (problem.reason, problem.suggestion) == ("bad_link", whole)


@pytest.mark.parametrize(
    "cell", [f"{SITE}/ 15.11.2023", f"{SITE}/ VK", f"{SITE}/ 2", f"{SITE}/a- 15:20"]
)
def test_a_word_behind_an_address_that_may_be_whole_is_its_caption(cell):
    assert urls(cell) == (cell.split()[0],)


def address(random: Random) -> str:
    host = random.choice(
        ("vk.com", "t.me", "ok.ru", "school8.ru", "школа8.рф", "sh8.gosweb.gosuslugi.ru")
    )
    site = host.startswith(("s", "ш"))  # a network's own page is no publication
    path = random.choice(
        (
            *(("", "/") if site else ()),
            f"/wall-{random.randrange(999)}_{random.randrange(99)}",
            "/a/b.html",
            "/x?id=7",
        )
    )
    return f"https://{host}{path}"


def test_noise_around_addresses_does_not_change_them():
    random = Random(7)
    for _ in range(2000):
        wanted = [address(random) for _ in range(random.randint(1, 3))]
        typed = [
            random.choice((url, url.replace("https", "https"), url.upper()[:8].lower() + url[8:]))
            for url in wanted
        ]
        if random.random() < 0.3:
            typed = [url.removeprefix("https://") for url in typed]
        text = random.choice((", ", "; ", " ", "\n", " ; ")).join(typed)
        text = (
            random.choice(("", " ", "Ссылка: ", "см. ", "«"))
            + text
            + random.choice(("", " ", ".", ";", "»"))
        )
        assert urls(text) == tuple(dict.fromkeys(wanted)), text


def test_trackers_are_dropped_and_everything_else_kept():
    random = Random(8)
    for _ in range(500):
        kept = [
            f"{name}={random.randrange(9)}" for name in ("id", "z", "page") if random.random() < 0.5
        ]
        trackers = [
            f"{name}=1" for name in ("utm_source", "yclid", "fbclid") if random.random() < 0.7
        ]
        both = kept + trackers
        random.shuffle(both)
        kept.sort(key=both.index)
        text = "https://school8.ru/a" + ("?" + "&".join(both) if both else "")
        assert urls(text) == ("https://school8.ru/a" + ("?" + "&".join(kept) if kept else ""),)


def test_an_overlong_cell_is_refused_at_once():
    problem = read("1. " * 2000).problem
    assert problem is not None
    assert problem.reason == "unreadable"


ADDRESSES = [
    "https://vk.com/wall-1_2",
    "http://school8.ru",
    "https://t.me/s8/1",
    "https://сайт.рф/a",
]
PARTS = [
    "https://",
    "http://",
    "tp.",
    "http.",
    "vk.com",
    "-8",
    "10.",
    "/",
    "/wall-1_2",
    ".pdf",
    "@s",
    "ф",
    "?",
]


@settings(max_examples=1000)
@given(
    st.one_of(
        st.lists(st.sampled_from(PARTS), max_size=5).map("".join).map("https://".__add__),
        altered([*catalogue("link"), *ONE, *ADDRESSES]),
    )
)
def test_a_plain_address_is_read_as_it_would_be_beside_others(shown):
    assert links._read_text(shown) == links._read_anyhow(shown)


@pytest.mark.parametrize(
    ("cell", "urls"),
    [
        ("телеграм @tochka_rosta; https://vk.com/wall-1_2", ("https://t.me/tochka_rosta", "https://vk.com/wall-1_2")),
        ("вк: @school_one, тг: @school_two", ("https://vk.com/school_one", "https://t.me/school_two")),
        ("@school_one (ВК)", ("https://vk.com/school_one",)),
    ],
)  # fmt: skip
def test_a_name_belongs_to_the_network_that_is_said_beside_it(cell, urls):
    reading = links.read(Cell(cell), context())
    assert reading.value is not None
    assert reading.value.urls == urls
