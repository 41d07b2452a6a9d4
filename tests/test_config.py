"""The configuration is checked once, and a mistake in it is named with its line."""

import datetime as dt

import pytest

from tests.plans import ALDAN, ROOT, config
from tochka_sync.config import find, load
from tochka_sync.environment import Environment
from tochka_sync.errors import ConfigError
from tochka_sync.findings import Code, Severity

SCHOOLS = (ROOT / "config" / "schools.csv").read_text(encoding="utf-8")


@pytest.fixture
def plan(tmp_path):
    """Write a plan.toml beside the registry and return its path."""

    def write(text: str):
        (tmp_path / "schools.csv").write_text(SCHOOLS, encoding="utf-8")
        path = tmp_path / "plan.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def refused(path) -> ConfigError:
    with pytest.raises(ConfigError) as caught:
        load(path)
    return caught.value


def test_the_shipped_configuration_is_the_order():
    loaded = load(ROOT / "config" / "plan.toml")
    assert loaded.events_due == dt.datetime(2023, 6, 2, 23, 59, 59, tzinfo=ALDAN)
    assert loaded.contracts_due == dt.datetime(2023, 8, 30, 23, 59, 59, tzinfo=ALDAN)
    assert loaded.file.obliged.centre_opened == (2019, 2020, 2021, 2022)
    assert "1qmGR1_USIB-D1rWvqrTy_hivVXeLYo6M94A4c0783X0" in loaded.file.source.spreadsheet
    assert len(loaded.registry.schools) == 16
    assert str(loaded.file.plan.school_year) == "2023–2024"


def test_only_the_school_year_must_be_stated(plan):
    loaded = load(plan('[plan]\nschool_year = "2024-2025"\n'))
    assert loaded.timezone.key == "Asia/Yakutsk"
    assert loaded.file.required == {"school", "title", "date", "audience", "responsible"}


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("2023-06-02", dt.datetime(2023, 6, 2, 23, 59, 59, tzinfo=ALDAN)),
        ('"2023-06-02"', dt.datetime(2023, 6, 2, 23, 59, 59, tzinfo=ALDAN)),
        ('"02.06.2023"', dt.datetime(2023, 6, 2, 23, 59, 59, tzinfo=ALDAN)),
        ('"02.06.2023 18:00"', dt.datetime(2023, 6, 2, 18, tzinfo=ALDAN)),
        ("2023-06-02T18:00:00", dt.datetime(2023, 6, 2, 18, tzinfo=ALDAN)),
        ("2023-06-02T18:00:00+03:00", dt.datetime(2023, 6, 3, 0, tzinfo=ALDAN)),
    ],
)
def test_a_deadline_is_a_day_to_its_end_or_a_moment(plan, stated, expected):
    loaded = load(plan(f'[plan]\nschool_year = "2023-2024"\n[deadlines]\nevents = {stated}\n'))
    assert loaded.events_due == expected


@pytest.mark.parametrize(
    ("text", "code", "line", "near"),
    [
        ('[plan]\nschool_yaer = "2023-2024"\n', "config-unknown-key", 2, "school_year"),
        ('[plan]\ntitle = "План"\n', "config-key-missing", 1, None),
        (
            '[plan]\nschool_year = "2023-2024"\nphone_area_code = 41145\n',
            "config-bad-text",
            3,
            None,
        ),
        (
            '[plan]\nschool_year = "2023-2024"\n[history]\nmax_loss = 30\n',
            "config-too-large",
            4,
            None,
        ),
        (
            '[plan]\nschool_year = "2023-2024"\n[obliged]\nmin_events = 0\n',
            "config-too-small",
            4,
            None,
        ),
        (
            '[plan]\nschool_year = "2023-2024"\ntimzone = "Asia/Yakutsk"\n',
            "config-unknown-key",
            3,
            "timezone",
        ),
        (
            '[plan]\nschool_year = "2023-2024"\n\n[deadline]\nevents = 2023-06-02\n',
            "config-unknown-key",
            4,
            "deadlines",
        ),
        (
            '[plan]\nschool_year = "2023-2024"\n[tabs.schools]\ntitel = "Школы"\n',
            "config-unknown-key",
            4,
            "title",
        ),
        ('[plan]\nschool_year = "2023-2025"\n', "config-bad-school_year", 2, None),
        (
            '[plan]\nschool_year = "2023-2024"\ntimezone = "Asia/Jakutsk"\n',
            "config-bad-timezone",
            3,
            "Asia/Yakutsk",
        ),
        (
            '[plan]\nschool_year = "2023-2024"\ntimezone = "MSK+6"\n',
            "config-bad-timezone",
            3,
            "Asia/Yakutsk",
        ),
        (
            '[plan]\nschool_year = "2023-2024"\n[obliged]\ncentre_opened = [219]\n',
            "config-too-small",
            4,
            None,
        ),
        (
            '[plan]\nschool_year = "2023-2024"\n[calendar]\nterms = [[2023-09-01, 2023-10-27]]\n',
            "config-bad-value",
            4,
            None,
        ),
        (
            '[plan]\nschool_year = "2023-2024"\ntimezone = "Vladivostock"\n',
            "config-bad-timezone",
            3,
            "Asia/Vladivostok",
        ),
        (
            '[plan]\nschool_year = "2023-2024"\n[deadlines]\nevents = "2023-06-31"\n',
            "config-bad-moment",
            4,
            None,
        ),
        (
            '[plan]\nschool_year = "2023-2024"\n[source]\naccess = "service_acount"\n',
            "config-unknown-choice",
            4,
            "service-account",
        ),
        (
            'required = ["tittle"]\n[plan]\nschool_year = "2023-2024"\n',
            "config-unknown-choice",
            1,
            "title",
        ),
        (
            '[plan]\nschool_year = "2023-2024"\n[severity]\ndate-vage = "off"\n',
            "config-unknown-key",
            4,
            "date-vague",
        ),
        (
            '[plan]\nschool_year = "2023-2024"\n[deadlines.extensions]\nsosh-88 = 2023-06-10\n',
            "config-unknown-school",
            4,
            "sosh-8",
        ),
        (
            '[plan]\nschool_year = "2023-2024"\n[calendar.holidays]\nautumn = [2023-11-06, 2023-10-28]\n',
            "config-bad-span",
            4,
            None,
        ),
        (
            '[plan]\nschool_year = "2023-2024"\n[deadlines]\nevents = 9999-12-31T23:59:59-14:00\n',
            "config-bad-moment",
            4,
            None,
        ),
        ("[plan\n", "config-syntax", 1, None),
        ("[plan]\nschool_year = [", "config-syntax", 2, None),
    ],
)
def test_a_mistake_names_its_line_and_the_nearest_known_word(plan, text, code, line, near):
    error = refused(plan(text))
    assert (error.code, error.facts["line"]) == (code, line)
    if near:
        assert error.facts["near"] == near


def test_a_configuration_that_is_not_there_or_no_text_is_said(tmp_path):
    assert refused(tmp_path / "none.toml").code == "config-missing"
    assert refused(tmp_path).code == "config-unreadable"
    (tmp_path / "b.toml").write_bytes(b"\xff\xfe\x00")
    assert refused(tmp_path / "b.toml").code == "config-not-text"


def test_severities_can_be_changed_and_switched_off():
    changed = config(severity={"date-vague": "error", "date-clash": "off"})
    assert changed.severity(Code.DATE_VAGUE) is Severity.ERROR
    assert changed.severity(Code.DATE_CLASH) is Severity.OFF
    assert changed.severity(Code.ENTRY_LATE) is Severity.ERROR


def test_the_option_beats_the_environment_and_that_beats_the_usual_places(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    stated = Environment({"TOCHKA_CONFIG": "from-environment.toml"})
    assert str(find(tmp_path / "o.toml", stated)) == str(tmp_path / "o.toml")
    assert str(find(None, stated)) == "from-environment.toml"
    with pytest.raises(ConfigError):
        find(None, Environment({}))
    (tmp_path / "plan.toml").touch()
    assert str(find(None, Environment({}))) == "plan.toml"


def test_the_environment_beats_the_env_file(tmp_path, monkeypatch):
    (tmp_path / ".env").write_text("TOCHKA_LANG=en\nTOCHKA_API_KEY=from-file\n", encoding="utf-8")
    monkeypatch.setenv("TOCHKA_API_KEY", "from-environment")
    monkeypatch.delenv("TOCHKA_LANG", raising=False)
    read = Environment.read(tmp_path)
    assert (read.get("TOCHKA_LANG"), read.get("TOCHKA_API_KEY")) == ("en", "from-environment")


def test_a_line_of_the_env_file_that_says_nothing_is_refused(tmp_path):
    key = '# ключ\nTOCHKA_SERVICE_ACCOUNT={\n  "type": "service_account"\n}\n'
    (tmp_path / ".env").write_text(key, encoding="utf-8")
    with pytest.raises(ConfigError) as error:
        Environment.read(tmp_path)
    assert (error.value.code, error.value.facts["line"]) == ("config-env-line", 3)


def test_a_blank_variable_is_none_and_a_mark_before_the_env_file_is_no_letter(
    tmp_path, monkeypatch
):
    (tmp_path / ".env").write_text("TOCHKA_API_KEY=key\nTOCHKA_LANG=' '\n", encoding="utf-8-sig")
    monkeypatch.setenv("TOCHKA_API_KEY", " ")
    monkeypatch.delenv("TOCHKA_LANG", raising=False)
    read = Environment.read(tmp_path)
    assert (read.get("TOCHKA_LANG"), read.get("TOCHKA_API_KEY")) == (None, "key")


@pytest.mark.parametrize(
    ("calendar", "key"),
    [
        ("[calendar.holidays]\nautumn = [2023-10-28, 2023-11-06]", "calendar.holidays.autumn"),
        (
            "[calendar]\nterms = [[2024-09-02, 2024-10-27], [2024-11-05, 2024-12-29],"
            " [2025-01-09, 2025-03-22], [2025-04-01, 2025-09-01]]",
            "calendar.terms",
        ),
    ],
)
def test_a_calendar_of_another_school_year_is_refused(plan, calendar, key):
    error = refused(plan(f'[plan]\nschool_year = "2024-2025"\n{calendar}'))
    assert (error.code, error.facts["line"], error.facts["key"]) == ("config-other-year", 4, key)


def test_one_heading_given_to_two_fields_is_refused(plan):
    columns = '[tabs.events.columns]\nparticipants = "Люди"\naudience = ["Классы", "люди "]'
    error = refused(plan(f'[plan]\nschool_year = "2023-2024"\n{columns}'))
    assert (error.code, error.facts["line"]) == ("config-one-heading", 5)
    assert (error.facts["key"], error.facts["other"]) == ("audience", "participants")


@pytest.mark.parametrize("year", ["2023-2024", "2023–2024", "2023/24", " 2023 — 24 "])
def test_a_school_year_is_read_as_people_write_it(plan, year):
    loaded = load(plan(f'[plan]\nschool_year = "{year}"'))
    assert str(loaded.file.plan.school_year) == "2023–2024"


def test_an_empty_configuration_lacks_the_school_year(plan):
    assert refused(plan("")).facts["key"] == "plan.school_year"


def test_a_path_may_begin_at_home(plan, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    loaded = load(plan('[plan]\nschool_year = "2023-2024"\n[history]\npath = "~/h.sqlite"'))
    assert loaded.history == tmp_path / "home/h.sqlite"
    assert loaded.named("~/out/") == f"{tmp_path}/home/out/"
    assert find(None, Environment({"TOCHKA_CONFIG": "~/plan.toml"})) == tmp_path / "home/plan.toml"


@pytest.mark.parametrize("year", ["2203-2204", "1023-1024", "0000-0001", "2023-2025", "2024-2023"])
def test_a_school_year_no_plan_can_be_of_is_refused(plan, year):
    error = refused(plan(f'[plan]\nschool_year = "{year}"'))
    assert (error.code, error.facts["value"]) == ("config-bad-school_year", year)


@pytest.mark.parametrize(
    "terms",
    [
        "[[2024-11-05, 2024-12-29], [2024-09-02, 2024-10-27], [2025-01-09, 2025-03-22], [2025-04-01, 2025-05-24]]",
        "[[2024-09-02, 2024-11-05], [2024-11-05, 2024-12-29], [2025-01-09, 2025-03-22], [2025-04-01, 2025-05-24]]",
    ],
    ids=["the second first", "one day in two"],
)
def test_terms_that_do_not_follow_one_another_are_refused(plan, terms):
    error = refused(plan(f'[plan]\nschool_year = "2024-2025"\n[calendar]\nterms = {terms}'))
    assert (error.code, error.facts["line"]) == ("config-terms-order", 4)
