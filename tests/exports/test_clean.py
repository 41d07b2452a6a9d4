import pytest

from tests import plans
from tochka_sync.check import check
from tochka_sync.exports import clean
from tochka_sync.models.event import Event
from tochka_sync.planfile import Contacts
from tochka_sync.table import Merge

HEADER = "Школа | Мероприятие | Дата | Участники | Ответственный | Телефон | Ссылка | Газета"
ROWS = (
    "СОШ №8 | Семинар «Робототехника» Петров И.И. | 12.02.2024 | педагоги | Иванова А.П. | 8 914 162 35 74 | vk.com/a |",
    "сош 6 | Квест по физике | 31 апреля | 8 класс | Петров И.И. | | |",
    "СОШ №8 | Хакатон | 13 февр. в 14:00 | дети | Петрова А.А. | 4-25-16 | | «Возрождение», №5",
    " | Шахматы | 14 фев | 8 класс | методист | 12 | |",
    "СОШ №8 | - | 2024-02-13 | педагоги | методист | | |",
    "гимназия | День открытых дверей | 13.02.24 г. | все желающие | Иванова Анна Петровна | | |",
)


def judged(contacts):
    """Return a plan of which one row has its school from the merged cell above it."""
    config = plans.config(
        plan={"school_year": "2023-2024", "timezone": "Asia/Yakutsk"},
        privacy={"contacts": contacts},
    )
    book = plans.book(HEADER, *ROWS)
    table = book.tables[0]._replace(merges=(Merge(3, 0, 5, 1),))
    result = check(book._replace(tables=(table,)), config, plans.AFTER)
    return result._replace(contacts=contacts is Contacts.KEEP)


@pytest.mark.parametrize("contacts", Contacts)
def test_entries_by_columns_say_what_they_say_one_by_one(contacts):
    result = judged(contacts)
    ours = clean.of(result)
    theirs = clean.of(result._replace(entries=tuple(result.entries)))
    assert any("filled_down" in reasons for reasons in ours.reasons)
    assert any(ours.findings)
    for name in Event.model_fields:
        assert list(ours.values(name)) == list(theirs.values(name))
    assert list(ours.roles()) == list(theirs.roles()) == ["", "методист"]
    assert [list(column) for column in ours[2:]] == [list(column) for column in theirs[2:]]


def test_what_is_not_clean_is_to_mend():
    result = judged(Contacts.OMIT)
    one_by_one = [place for place, entry in enumerate(result.entries) if not entry.clean]
    assert clean.to_mend(result) == one_by_one != []
    assert clean.to_mend(result._replace(entries=tuple(result.entries))) == one_by_one


def test_people_are_told_only_where_contacts_are_kept():
    kept, hidden = clean.of(judged(Contacts.KEEP)), clean.of(judged(Contacts.OMIT))
    assert "Петров И.И." in kept.values("title")[0]
    assert any(kept.values("phones"))
    assert "Петров" not in hidden.values("title")[0]
    assert not any(hidden.values("phones"))
