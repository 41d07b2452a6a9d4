"""An entry is known again after whatever people do to its row, and never taken for another."""

import itertools
import random

import pytest

from tests.history.nights import GOOD, night
from tochka_sync.history import assign, identity
from tochka_sync.history.portraits import Likeness, Portrait

A, B, C, D = GOOD
SHORT = A.replace("Иванова А.П.", "")
NIGHT_1, NIGHT_2, NIGHT_3 = night(1), night(2), night(3)
NUMBERED = "№ | Школа | Мероприятие | Дата проведения | Участники | Ответственный"


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        pytest.param((A, B, C, D), [0, 1, 2, 3], id="nothing"),
        pytest.param((D, C, B, A), [3, 2, 1, 0], id="sorted"),
        pytest.param(
            (A, "СОШ №10 | Олимпиада по химии | 12.03.2024 | педагоги | Кузнецов К.К.", B, C, D),
            [0, None, 1, 2, 3],
            id="inserted",
        ),
        pytest.param((A, C, D), [0, 2, 3], id="deleted"),
        pytest.param(
            (A.replace("Науку в каждый класс", "Семинар «Науку — в каждый класс!»"), B, C, D),
            [0, 1, 2, 3],
            id="reworded",
        ),
        pytest.param(
            (A.replace("Науку в каждый класс", "Открываем новый мир"), B, C, D),
            [0, 1, 2, 3],
            id="another title, all else as it was",
        ),
        pytest.param((A, B.replace("10.02", "24.04"), C, D), [0, 1, 2, 3], id="moved"),
        pytest.param(
            (A.replace("СОШ №8", "МБОУ «СОШ №8 г. Томмот»"), B, C, D), [0, 1, 2, 3], id="school"
        ),
        pytest.param((A, B.replace("СОШ №9", "СОШ №10"), C, D), [0, 1, 2, 3], id="another school"),
        pytest.param((A, B, C.replace("20.02.2024", ""), D), [0, 1, 2, 3], id="cleared"),
        pytest.param(
            (D, A.replace("каждый", "кажджый").replace("15.02", "16.02"), B, C),
            [3, 0, 1, 2],
            id="a slip, a move and a sort at once",
        ),
        pytest.param(
            (
                A,
                "СОШ №9 | Турнир по шахматам | 01.04.2024 | учащиеся 8-9 классов | Петров И.И.",
                C,
                D,
            ),
            [0, None, 2, 3],
            id="turned into another event by the same people",
        ),
    ],
)
def test_a_row_is_known_again_or_is_another(nights, after, expected):
    assert nights.known(GOOD, after) == expected


def test_the_number_column_is_no_identity(nights):
    nights.header = NUMBERED
    before = [f"{number} | {line}" for number, line in enumerate(GOOD, 1)]
    after = [f"{number} | {line}" for number, line in enumerate((D, A, C, B), 1)]
    assert nights.known(before, after) == [3, 0, 2, 1]


def test_columns_that_move_or_come_change_nothing(nights):
    nights.read_book(nights.book(NIGHT_1, *GOOD))
    first = nights.ids()
    nights.header = "Ответственный | Место | Школа | Мероприятие | Участники | Дата проведения"
    parts = [line.split(" | ") for line in GOOD]
    turned = [
        " | ".join((who, "", school, title, for_whom, day))
        for school, title, day, for_whom, who in parts
    ]
    nights.read_book(nights.book(NIGHT_2, *turned))
    assert nights.ids() == first


def test_two_equal_rows_stay_two(nights):
    assert nights.known((A, A, B), (A, A, B)) == [0, 1, 2]


def test_of_two_equal_rows_the_elder_stays_when_one_goes(nights):
    assert nights.known((A, A, B), (B, A)) == [2, 0]


def test_a_second_equal_row_is_a_new_entry(nights):
    assert nights.known((A, B), (A, A, B)) == [0, None, 1]


def test_rows_that_differ_by_their_person_alone_are_told_apart(nights):
    twin = A.replace("Иванова А.П.", "Петрова О.К.")
    mended = [line.replace("15.02", "16.02") for line in (twin, A)]
    assert nights.known((A, twin), mended) == [1, 0]


def test_so_are_they_when_the_telephones_of_both_are_new(nights):
    nights.header += " | Телефон"
    twin = A.replace("Иванова А.П.", "Петрова О.К.")
    before = (f"{A} | 8 914 000-00-01", f"{twin} | 8 914 000-00-02")
    after = (f"{twin} | 8 914 000-00-03", f"{A} | 8 914 000-00-04")
    assert nights.known(before, after) == [1, 0]


def test_an_entry_begun_with_its_school_alone_is_the_one_completed_later(nights):
    assert nights.known((A, "СОШ №9 | | | | Петров И.И.", C), (A, B, C)) == [0, 1, 2]


def test_an_entry_that_was_gone_is_the_same_when_it_is_back(nights):
    nights.accept = True
    nights.read(NIGHT_1, *GOOD)
    first = nights.ids()
    nights.read(NIGHT_2, A, B)
    nights.read(NIGHT_3, *GOOD)
    assert nights.ids() == first


def test_an_event_like_one_that_was_gone_is_another(nights):
    """The same title is entered again in the next term: by whom is not known any more."""
    nights.accept = True
    nights.read(NIGHT_1, *GOOD)
    gone = nights.ids()[3]
    nights.read(NIGHT_2, A, C, D)
    nights.read(NIGHT_3, A, B.replace("10.02.2024", "11.04.2024"), C, D)
    assert nights.ids()[3] != gone


def test_twins_rewritten_in_the_same_way_keep_their_order(nights):
    long = A.replace("СОШ №8", "МБОУ «СОШ №8 г. Томмот»")
    assert nights.known((A, B, A, D), (B, long, D, long)) == [1, 0, 3, 2]


def test_a_row_made_equal_to_another_keeps_its_place_among_them(nights):
    assert nights.known((SHORT, A, B), (A, A, B)) == [0, 1, 2]


def test_a_school_is_rewritten_only_where_the_same_people_or_the_same_day_say_so(nights):
    other = "СОШ №5 | Квест-игра «Наука в каждый класс» | | родители |"
    assert nights.known(GOOD, (other, B, C, D)) == [None, 1, 2, 3]


def test_of_rows_begun_with_their_school_alone_the_people_tell_which_was_completed(nights):
    begun, other = "СОШ №9 | | | | Петров И.И.", "СОШ №9 | | | | Орлов В.К."
    assert nights.known((A, begun, C), (A, B, C, other)) == [0, 1, 2, None]


def test_the_best_pairs_together_beat_each_one_s_favourite():
    """Alone, 0 would take 0; together it is better that it leaves it to 1."""
    assert assign.best({(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.85}) == {0: 1, 1: 0}


@pytest.mark.parametrize("seed", range(150))
def test_the_assignment_is_the_best_there_is(seed):
    chance = random.Random(seed)
    lefts, rights = chance.randint(1, 5), chance.randint(1, 5)
    pairs = {
        pair: chance.random()
        for pair in itertools.product(range(lefts), range(rights))
        if chance.random() < 0.7
    }
    chosen = assign.best(pairs)
    assert len(set(chosen.values())) == len(chosen)
    assert set(chosen.items()) <= set(pairs)
    assert sum(pairs[pair] for pair in chosen.items()) == pytest.approx(_brute(pairs, lefts))


def test_a_crowd_too_large_to_solve_still_pairs_one_to_one():
    size = assign.LARGEST + 20
    pairs = {(n, m): 0.5 + 0.5 * (n == m) for n in range(size) for m in range(size)}
    assert assign.best(pairs) == {n: n for n in range(size)}


def test_a_crowd_of_edited_rows_is_compared_by_what_it_shares():
    def line(n, day):
        return Portrait(
            f"sosh-{n % 40}",
            f"Событие {n} о предмете {n * 7}",
            f"2024-01-{day:02}/2024-01-{day:02}",
        )

    old = [line(n, 10) for n in range(400)]
    new = [line(n, 20) for n in reversed(range(400))]
    assert identity.alike(old, new, {}) == {399 - n: n for n in range(400)}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Турнир «3D-моделирование»", "Турнир «3-Dмоделирование»", True),
        ("Открытый урок по химии", "Открытый урок по хмиии", True),
        ("Семинар «Генетика»", "Семинар Г«енетика»", True),
        ("Квест «Краеведение»", "Квест К«раеведение», в центре «Точка роста»", True),
        ("Методически йсеминар «Химия»", "Круглый стол «Химия в школе»", True),
        ("Турнир «Шахматы»", "Трунир «шхаамты»", True),
        ("Кружок робототехники", "Кружок радиотехники", False),
        ("Мастер-класс «Электроника с нуля»", "Мастер-класс «Экология с нуля»", False),
        ("Занятие 1", "Занятие 2", False),
        ("Открытый урок по химии", "Открытый урок по физике", False),
    ],
)
def test_a_slip_is_the_same_event_on_another_day_and_another_subject_is_not(
    nights, one, other, same
):
    def line(title, day):
        return f"СОШ №8 | {title} | {day} | педагоги | Иванова А.П."

    after = (line(other, "20.04.2024"), B, C, D)
    assert nights.known((line(one, "20.02.2024"), B, C, D), after)[0] == (0 if same else None)


def test_words_that_every_title_has_say_little():
    titles = [f"Семинар по предмету {word}" for word in ("химия", "физика", "алгебра", "черчение")]
    likeness = Likeness(titles)
    one, other = (Portrait(title=title, school="sosh-8") for title in titles[:2])
    longer = Portrait(title=f"{titles[0]}, второй поток", school="sosh-8")
    assert likeness.of(one, longer) > likeness.of(one, other) + 0.3


def _brute(pairs, lefts):
    def best(left, taken):
        if left == lefts:
            return 0.0
        found = best(left + 1, taken)
        for (one, right), score in pairs.items():
            if one == left and right not in taken:
                found = max(found, score + best(left + 1, taken | {right}))
        return found

    return best(0, frozenset())
