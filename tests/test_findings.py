from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from tochka_sync.findings import Code, Finding, Severity, shared


def finding(**parts):
    return Finding(Code.DATE_UNREADABLE, Severity.ERROR, "not_a_date", **parts)


def asked():
    """Return what was asked for, and what asks."""
    answered: list[Finding] = []

    def answer(found: Finding) -> int:
        answered.append(found)
        return len(answered)

    return answered, shared(answer)


@pytest.mark.parametrize(
    "place",
    [
        {"tab": "План"},
        {"row": 7, "column": "D"},
        {"school": "sosh-8", "title": "Урок"},
        {"url": "https://example.com/", "fingerprint": "f", "since": datetime(2024, 1, 1, tzinfo=UTC)},
    ],
)  # fmt: skip
def test_of_findings_that_say_the_same_in_two_places_the_answer_is_one(place):
    answered, ask = asked()
    facts = {"old": "СОШ", "guess": True, "day": date(2024, 2, 10)}
    assert ask(finding(value="31 апреля", facts=facts)) == 1
    assert ask(finding(value="31 апреля", facts={**facts}, **place)) == 1
    assert len(answered) == 1


@pytest.mark.parametrize(
    "other",
    [
        {"value": "32 апреля"},
        {"field": "date"},
        {"suggestion": "30 апреля"},
        {"candidates": ("2024-04-30",)},
        {"facts": {"old": "СОШ"}},
    ],
)
def test_what_says_another_thing_is_answered_anew(other):
    _, ask = asked()
    assert ask(finding(value="31 апреля")) == 1
    assert ask(finding(**{"value": "31 апреля", **other})) == 2
    assert ask(finding(value="31 апреля")._replace(severity=Severity.INFO)) == 3


def test_one_moment_in_two_zones_is_answered_twice_for_it_is_said_in_two_ways():
    answered, ask = asked()
    moment = datetime(2024, 1, 1, tzinfo=UTC)
    for zone in (UTC, timezone(timedelta(hours=9))):
        ask(finding(facts={"at": moment.astimezone(zone)}))
    assert len(answered) == 2


def test_a_flag_is_not_taken_for_a_count():
    answered, ask = asked()
    for fact in (True, 1):
        ask(finding(facts={"n": fact}))
    assert len(answered) == 2


def test_answers_are_right_however_many_there_are():
    answered, ask = asked()
    shown = [finding(value=str(number)) for number in range(5000)]
    assert [ask(each) for each in shown] == list(range(1, 5001))
    assert [answered[ask(each) - 1].value for each in shown] == [each.value for each in shown]
