"""Work done once for each object that many rows share."""

from tochka_sync.once import each, once


def test_of_each_object_is_asked_once_and_every_row_has_its_answer():
    asked = []
    quest, concert = "Квест " * 2, "Концерт " * 2

    def length(title: str) -> int:
        asked.append(title)
        return len(title)

    assert each(length, [quest, concert, quest, quest]) == [12, 16, 12, 12]
    assert asked == [quest, concert]


def test_nothing_is_an_object_like_any_other():
    assert each(lambda title: title is None, ["Квест", None, None]) == [False, True, True]
    assert each(len, []) == []


def test_what_was_asked_stays_alive_so_that_no_other_object_takes_its_place():
    length = once(len)
    assert [length("и" * size) for size in range(200)] == list(range(200))


def test_however_few_answers_are_kept_all_of_them_are_right():
    length = once(len, 2)
    titles = ["Квест", "Концерт", "Игра"]
    assert [length(title) for title in titles * 3] == [5, 7, 4] * 3
