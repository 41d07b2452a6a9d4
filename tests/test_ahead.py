import threading

import pytest

from tochka_sync.ahead import ahead


def test_outcomes_come_in_the_order_of_the_items_whoever_is_first():
    last = threading.Event()

    def work(number):
        if number == 0:
            last.wait()
        if number == 3:
            last.set()
        return number * 10

    assert [outcome.get() for outcome in ahead(work, [0, 1, 2, 3])] == [0, 10, 20, 30]


def test_a_fault_is_raised_where_its_outcome_is_asked_for_and_nowhere_else():
    outcomes = list(ahead(lambda number: 1 // number, [1, 0, 1]))
    assert outcomes[0].get() == outcomes[2].get() == 1
    with pytest.raises(ZeroDivisionError):
        outcomes[1].get()


def test_no_more_is_held_than_there_is_room_for():
    made, lock = [], threading.Lock()

    def work(number):
        with lock:
            made.append(number)
        return number

    taken = ahead(work, list(range(20)), readers=4, room=3)
    for number, outcome in enumerate(taken):
        assert outcome.get() == number
        assert len(made) <= number + 3


def test_without_items_there_is_nothing_to_wait_for():
    assert list(ahead(lambda item: item, [])) == []
