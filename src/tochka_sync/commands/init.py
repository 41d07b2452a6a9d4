"""A configuration for a new plan, drafted from its sheet for a person to check."""

import csv
import datetime as dt
import io
import os
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tochka_sync import messages, privacy, small, whole
from tochka_sync.errors import ConfigError
from tochka_sync.fields import Field, RowKind
from tochka_sync.planfile import PlanSection, quoted
from tochka_sync.run import Run
from tochka_sync.sheet import form, sections, tabs
from tochka_sync.sheet.form import Form
from tochka_sync.sheet.wanted import Wanted
from tochka_sync.sources import pull
from tochka_sync.sources.access import Access
from tochka_sync.sources.locate import locate
from tochka_sync.table import Book, Table
from tochka_sync.values.text import clean, cyrillic, fold, is_placeholder
from tochka_sync.visible import line

_LATIN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i",
    "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "-", "ы": "y",
    "ь": "-", "э": "e", "ю": "yu", "я": "ya", "ҕ": "g", "ҥ": "n", "ө": "o", "һ": "h", "ү": "u",
}  # fmt: skip
_NUMBER = re.compile(r"(?:№|N|No)\s*0*([1-9]\d{0,3})(?!\d)|\b0*([1-9]\d{0,3})\b(?!\s?[-–]?\s?лет)")
"""A school's number; «имени 50-летия» has none."""
_PLACE = re.compile(r"\b(г|п|с|пгт|пос|д)\.\s?([А-ЯЁ][\w-]+(?:\s[А-ЯЁ][\w-]+)?)")
_DATED = re.compile(r"(?<!\d)\d{1,2}[./](\d{1,2})[./](20\d\d)(?!\d)")
_SEPTEMBER = 9
_FORMULA = re.compile(r"^[\s=+\-@＝＋－＠]+")
"""What would make a name a formula where the list of schools is opened."""
_KINDS = {
    "гимнази": "гимназия",
    "лице": "лицей",
    "интернат": "школа-интернат",
    "оош": "ООШ",
    "нош": "НОШ",
    "сош": "СОШ",
}


def draft(source: str | None, path: Path, session: Run) -> None:
    """Write `plan.toml` and, where there is none yet, `schools.csv` beside it.

    Without a source a bare configuration is written. Raises `ConfigError` rather than write over a
    configuration that is there, and whatever reading the sheet raises.
    """
    if small.is_seen(path):
        raise ConfigError("init-exists", path=path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise whole.refusal(error, path) from error
    whole.writable(path)
    today = session.now.astimezone(PlanSection.model_fields["timezone"].default)  # as drafted
    start = today.year if today.month >= 5 else today.year - 1  # the next plan is made in May
    seen = _look(source, start, session) if source else []
    whole.write(path, _plan(_beside(source, path), _year(seen, start), seen, session))
    session.voice.say("init.written", path=path)
    schools = path.parent / "schools.csv"
    if not small.is_seen(schools):
        names = _hosts(seen)
        whole.write(schools, _schools(names))
        session.voice.say("init.schools", path=schools, n=len(names))
    session.voice.say("init.next", path=path)


def _beside(source: str | None, path: Path) -> str | None:
    """Return a file's path as `plan.toml` needs it: beside itself."""
    if source is None or locate(source).path is None:
        return source
    return Path(os.path.relpath(source, path.parent)).as_posix()


def _look(source: str, start: int, session: Run) -> list[Form]:
    """Read the sheet and return the forms of its plans of a year, or of its most plan-like visible tab."""
    book: Book = pull.pull(
        locate(source),
        Access.AUTO,
        pull.secrets(session.environment.values),
        now=session.now,
        timeout=session.request.timeout,
    )
    several = tabs.every(book, Wanted(year=start))
    shown = [table for table in book.tables if not table.hidden] or book.tables
    forms = [form.recognise(table, Wanted()) for table in (several if several[1:] else shown)]
    if several[1:]:
        return forms
    best = max(forms, key=lambda seen: sum(column.field is not None for column in seen.columns))
    return [best]


def _year(seen: Sequence[Form], start: int) -> int:
    """Return the school year that the titles above the plan name, or most of its dates are of.

    Where neither says, it is the one taken for it.
    """
    named = {
        year
        for one in seen
        for row in one.others
        if row.kind is RowKind.TITLE
        for text in row.texts
        if (year := sections.year(text))
    }
    if len(named) == 1:
        return named.pop()
    dated = Counter(
        int(year) - (int(month) < _SEPTEMBER)
        for one in seen
        for row in one.rows
        if (cell := row.cells.get(Field.DATE)) is not None
        for month, year in _DATED.findall(cell.text)
    )
    ((most, times),) = dated.most_common(1) or [(start, 0)]
    return most if 2 * times > dated.total() else start


def _plan(source: str | None, start: int, seen: Sequence[Form], session: Run) -> str:
    """Fill the template of `plan.toml`; what was guessed is marked for a person to check."""
    return messages.text(
        session.voice.language,
        "init.plan",
        year=f"{start}-{start + 1}",
        source=quoted(source or ""),
        due=dt.date(start, 6, 2),
        contracts=dt.date(start, 8, 30),
        # The one tab of a .csv is called as the file is, and tomorrow's may be called otherwise.
        tab=_tab([] if _is_csv(source) else [each.table for each in seen], session),
        header=f"header_row = {seen[0].header_rows[0] + 1}"
        if len(seen) == 1 and seen[0].header_rows
        else "# header_row = 1",
        columns=_columns(seen, session),
    )


def _is_csv(source: str | None) -> bool:
    return source is not None and source.lower().endswith(".csv")


def _tab(tables: Sequence[Table], session: Run) -> str:
    """Name the tab; where several are the plan all of them are, those to come as well."""
    match tables:
        case []:
            return ""
        case [table] if table.gid is not None:
            return f"gid = {table.gid}  # «{line(table.title)}»"
        case [table]:
            return f"title = {quoted(table.title)}"
        case _:
            titles = ", ".join(quoted(table.title) for table in tables)
            return messages.text(session.voice.language, "init.tabs", titles=titles)


def _columns(seen: Sequence[Form], session: Run) -> str:
    """List the columns as comments: those known, and those that need a word from a person."""
    known: dict[str, list[str]] = {}
    unknown: list[str] = []
    for column in [each for one in seen for each in one.columns if not each.aside]:
        own = unknown if column.field is None else known.setdefault(column.field, [])
        if (header := quoted(column.header)) not in own:
            own.append(header)
    what = messages.text(session.voice.language, "init.unknown")
    lines = [f"# {field} = [{', '.join(headers)}]" for field, headers in known.items()]
    return "\n".join((*lines, *(f"# ? = [{header}]  # {what}" for header in unknown)))


def _hosts(seen: Sequence[Form]) -> list[str]:
    """Return the distinct schools named as hosts, as they are typed, in the order of the sheet.

    A person in their column is none: reports print what schools are called.
    """
    typed: dict[str, str] = {}
    for row in [row for one in seen for row in one.rows]:
        if row.kind is RowKind.EVENT and (cell := row.cells.get(Field.SCHOOL)) is not None:
            name = _FORMULA.sub("", line(cyrillic(clean(cell.text))))
            if any(map(str.isalnum, privacy.mask(name))) and not is_placeholder(name):
                typed.setdefault("".join(letter for letter in fold(name) if letter.isalnum()), name)
    return list(typed.values())


def _schools(names: list[str]) -> str:
    """Write a registry of the names typed; whoever checks it strikes out the doubles."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(
        ["id", "kind", "number", "name", "settlement", "centre_opened", "aliases", "email"]
    )
    taken: set[str] = set()
    for name in names:
        folded = fold(name)
        kind = next((kind for stem, kind in _KINDS.items() if stem in folded), "")
        number = next((first or second for first, second in _NUMBER.findall(name)), "")
        place = _PLACE.search(name)
        settlement = f"{place[1]}. {place[2]}" if place else ""
        writer.writerow(
            [_id(name, kind, number, taken), kind, number, name, settlement, "", "", ""]
        )
    return out.getvalue()


def _id(name: str, kind: str, number: str, taken: set[str]) -> str:
    """Make an id of Latin letters that no school before has: `sosh-8`."""
    base = f"{kind} {number}" if kind and number else name
    slug = re.sub(
        r"[^a-z0-9]+", "-", "".join(_LATIN.get(letter, letter) for letter in base.lower())
    ).strip("-")[:40]
    slug = slug or "school"
    unique = next(
        c for n in range(1, len(taken) + 2) if (c := slug if n == 1 else f"{slug}-{n}") not in taken
    )
    taken.add(unique)
    return unique
