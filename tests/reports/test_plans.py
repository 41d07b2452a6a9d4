import io

from tests import results
from tochka_sync.messages import Language
from tochka_sync.reports.plans import Tally, write


def told(tally):
    out = io.StringIO()
    write(tally, Language.EN, out)
    return out.getvalue().splitlines()


def test_every_plan_has_its_line_and_all_are_summed_up():
    summary = results.result().summary
    tally = Tally({"a.toml": 1, "b.toml": 3, "c.toml": 0}, {"a.toml": summary, "c.toml": summary})
    lines = told(tally)
    assert lines[0] == "Plans: 3, of them checked: 2."
    assert lines[2] == "b.toml: not checked, code 3"
    assert f"{2 * summary.entries} entries" in lines[-2]
    assert lines[-1] == "Exit codes and how many plans: 0 — 1, 1 — 1, 3 — 1."


def test_of_many_plans_those_that_failed_and_those_that_owe_most_are_named():
    summary = results.result().summary
    names = [f"{number}.toml" for number in range(200)]
    tally = Tally(dict.fromkeys(names, 1), dict.fromkeys(names[1:], summary._replace(late=0)))
    tally.codes["0.toml"] = 4
    tally.summaries["150.toml"] = summary._replace(late=99)
    lines = told(tally)
    assert lines[1] == "0.toml: not checked, code 4"
    assert lines[2].startswith("150.toml: ")
    assert lines[-3] == "… and 160 plans more"


def test_of_no_school_is_it_said_that_it_filed_nothing_where_the_form_does_not_tell():
    known = results.result()
    nameless = known._replace(tells_schools=False)
    tally = Tally({"a.toml": 1, "b.toml": 1})
    tally.add("a.toml", known)
    tally.add("b.toml", nameless)
    lines = told(tally)
    missing = known.summary.expected - known.summary.received
    assert f" {missing} schools not filed" in lines[1]
    assert " ? schools not filed" in lines[2]
    assert f"{2 * known.summary.received} + ? filed" in lines[-2]
