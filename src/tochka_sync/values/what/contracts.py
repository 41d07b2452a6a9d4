"""Whether a contract of network co-operation is concluded (the order's point 2.2).

Accepts a state in words («не требуется», «на подписании», «да») or the contract's number and
date. Refuses a date that does not exist, a lone date or noun that does not say whether anything
was signed, and cells that say two things at once.
"""

import datetime as dt
import re
from dataclasses import dataclass, replace
from enum import StrEnum

from tochka_sync.findings import Code
from tochka_sync.pattern import Pattern
from tochka_sync.table import Cell
from tochka_sync.values import text
from tochka_sync.values.context import Context
from tochka_sync.values.reading import Reading, RefusedError, Remark, placeholder, refuse
from tochka_sync.values.what import agreements, requisites


class ContractStatus(StrEnum):
    """How far a contract is; «не требуется» is a valid final state."""

    SIGNED = "signed"
    IN_PROGRESS = "in_progress"
    NOT_NEEDED = "not_needed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Contract:
    """A contract as the cell states it; the first where the cell names several."""

    status: ContractStatus
    number: str | None = None
    date: dt.date | None = None
    addendum: str | None = None
    """The number of an additional agreement."""
    due: dt.date | None = None
    """By when it is promised."""


_OLDEST, _NEWEST = 10, 1
"""How many years from the deadline a contract may be dated."""
_MARK = Pattern(r"\s*(?:[+✓✔☑✅√]+|[vV](?!\w))(?!\s?[/|\\]?\s?[-‐-―−]+\s*$)")
"""«+», and not «+/-»."""
_DASHES = frozenset(text.DASH) - {"-"}
_JOINT = Pattern(rf"(?<=\w){text.ANY_DASH}(?=\w)")
_NOUN = Pattern(r"договор|\bдог\b|соглаш|контракт", re.IGNORECASE)


_FROM_DAY = Pattern(r"\s*(?:(?:со?|между)\s[^\d№]{1,60})?от\s+дата", re.IGNORECASE)
"""«от 12.08.2023», «с ДДТ от 12.08.2023»."""
_FROM = Pattern(r"(?<=\d)\s?от(?=\s|\d)|(?<=№)\s*(?=от\s)", re.IGNORECASE)


class _Said:
    """What is left of the text while its parts are taken out, and the parts."""

    def __init__(self, rest: str, partners: int) -> None:
        self.rest = rest
        self.partners = partners
        self.numbers: list[str | None] = []
        self.dates: list[dt.date] = []
        self.due: dt.date | None = None
        self.ended = False
        """Whether it is said to hold till a day before the plan's year."""
        self.is_term = False  # whether it says since when it holds: until when is no promise then
        self.addendum: str | None = None
        self.expired = False
        """Whether the school year it is said to hold for is over."""
        self.notes: list[Remark] = []


def read(cell: Cell, context: Context) -> Reading[Contract]:
    """Read the state of a contract; a date without a year is the one nearest to the deadline."""
    if isinstance(cell.value, dt.date):
        day = cell.value.date() if isinstance(cell.value, dt.datetime) else cell.value
        return Reading(problem=_lone_date(day))
    if isinstance(cell.value, dt.time):
        return refuse(Code.VALUE_UNREADABLE, "unreadable")
    shown = text.clean(cell.text)
    if not _DASHES.isdisjoint(shown):
        shown = _JOINT.sub("-", shown)
    if _MARK.match(shown) is None:
        shown = text.clean(text.plain(shown))
    reading = _read_text(shown, context)
    mended = text.digits(shown)
    if reading.problem is None or mended == shown:
        return reading
    again = _read_text(mended, context)
    if again.value is None:
        return reading
    fixed = Remark("lookalike_fixed", Code.TEXT_CORRECTED, {"old": shown, "new": mended})
    return Reading(again.value, (*again.notes, fixed))


def _read_text(shown: str, context: Context) -> Reading[Contract]:
    rest = requisites.with_term(requisites.unglued(text.cyrillic(shown)))
    rest, partners = requisites.PARTNER.subn(" ", rest)
    said = _Said(requisites.ASIDE.sub(" ", rest), partners)
    said.expired = (
        requisites.last_year(rest, context.contracts_due.year) <= context.contracts_due.year
    )
    try:
        _take_parts(said, context)
        states = _take_states(said)
        if not states and not said.numbers and text.is_placeholder(shown):
            return placeholder(shown)
        contract = _judge(states, said, shown, context)
    except RefusedError as refused:
        return Reading(problem=refused.remark)
    return Reading(contract, _remarks(contract, states, said, context))


def _take_parts(said: _Said, context: Context) -> None:
    said.rest = _FROM.sub(" от ", said.rest)
    addendum = requisites.ADDENDUM.search(said.rest)
    own: str | None = None
    if addendum:
        said.addendum = addendum["id"]
        rest = said.rest[addendum.end() :]
        # An addendum «№ 1 от … к договору № 5 от …» has a date of its own.
        to_contract = requisites.TO_CONTRACT.search(rest)
        own = rest[: to_contract.start()] if to_contract else None
        if own is not None:
            rest = rest[len(own) :]
        elif requisites.NUMBER.search(said.rest[: addendum.start()]):
            rest = requisites.NUMBER.sub(" ", requisites.DATE.sub(" ", rest))
        said.rest = said.rest[: addendum.start()] + " доп " + rest
    said.rest = requisites.DATE.sub(lambda match: _take_date(match, said, context), said.rest)
    said.rest = requisites.YEAR_ALONE.sub(" ", said.rest)
    said.rest = requisites.NUMBER.sub(lambda match: _take_number(match, said), said.rest)
    if not said.numbers:
        said.rest = requisites.BARE_NUMBER.sub(lambda match: _take_number(match, said), said.rest)


def _take_number(match: re.Match[str], said: _Said) -> str:
    found = match.groupdict()
    number = found["id"] or found.get("lone")
    if number and number[0] in "lI|" and number[1:].isdecimal():
        said.notes.append(
            Remark("lookalike_fixed", Code.TEXT_CORRECTED, {"old": number, "new": f"1{number[1:]}"})
        )
        number = f"1{number[1:]}"
    whole = re.sub(r"\s", "", number or "").replace("–", "-").rstrip(".-/")
    said.numbers.append(whole or None)
    said.numbers += re.findall(r"\d+", found.get("more") or "")
    return " № "


def _take_date(match: re.Match[str], said: _Said, context: Context) -> str:
    before = said.rest[max(0, match.start() - requisites.NEAR) : match.start()]
    if _short(match) and not requisites.BEFORE_DATE.search(before):
        return match.group()
    since = requisites.VALID_FROM.search(before)
    if since and (since["told"] or requisites.VALID_UNTIL.match(match.string[match.end() :])):
        said.is_term = True
        return " дата "  # «с 01.09.2023 по 31.05.2024»: how long it holds, not when it was signed
    until = requisites.DUE.search(before) or (requisites.VALID.search(before[-12:]) and said.dates)
    day, assumed = _day(match, context, _OLDEST if until else _NEWEST)
    if until:  # by the order's own deadline, so its year goes without saying
        said.due = None if said.is_term else day
        said.ended = day < context.year.first
        return " дата "
    said.dates.append(day)
    if assumed:
        said.notes.append(Remark("year_inferred", facts={"date": day.isoformat()}))
    return " дата "


def _short(match: re.Match[str]) -> bool:
    """Tell whether two numbers may be anything: «договоры 5-7», «5,7», «5/12»."""
    return match["sep"] in {"/", "-"} and not (match["y"] or match["apart"])


def _day(match: re.Match[str], context: Context, newest: int) -> tuple[dt.date, bool]:
    try:
        found, assumed = requisites.day(match, context.contracts_due)
    except ValueError:
        raise RefusedError(
            Remark("impossible_date", Code.DATE_IMPOSSIBLE, {"date": match.group().strip()})
        ) from None
    if not -_OLDEST <= found.year - context.contracts_due.year <= newest:
        raise _bad_year(found.year)
    return found, assumed


def _bad_year(year: int) -> RefusedError:
    return RefusedError(Remark("contract_year", Code.VALUE_UNREADABLE, {"year_typed": str(year)}))


def _take_states(said: _Said) -> list[str]:
    states = []
    if _MARK.match(said.rest):
        said.rest = _MARK.sub(" ", said.rest, count=1)
        states.append("signed")
    for name, pattern in agreements.PHRASES.items():
        said.rest, count = pattern.subn(f" {_TAKEN} ", said.rest)
        if count:
            states.append(name)
    if re.search(r"(?<!\w)(?:нет|не)(?!\w)", said.rest, re.IGNORECASE):
        alone = text.fold(said.rest).strip(" .,;:!()«»\"'") == "нет"
        # «подписан … не» denies something: better asked than guessed. «нет, не требуется» is plain.
        if alone or {"signed", "progress"} & set(states):
            states.append("missing")
    return states


_TAKEN = "…"


def _judge(states: list[str], said: _Said, shown: str, context: Context) -> Contract:
    """Weigh what was found: words before numbers, and no word against another."""
    if "__" in said.rest:
        raise RefusedError(Remark("no_status", Code.VALUE_UNREADABLE))  # a form not filled in yet
    if re.search(
        r"\d[./-]\d|\d{3,}|(?<!\w)от\s*[«\"]?\d", said.rest
    ) or agreements.NOT_A_CONTRACT.search(said.rest):
        raise RefusedError(Remark("unreadable", Code.VALUE_UNREADABLE))
    if agreements.PARTLY.search(shown):
        raise RefusedError(Remark("partly", Code.VALUE_UNREADABLE))
    kinds = {_KINDS[state] for state in states if state != "copied"}
    if len(kinds) > 1 and len(requisites.WITH.findall(shown)) > 1:
        raise RefusedError(Remark("partly", Code.VALUE_UNREADABLE))  # with one this, with one that
    if kinds == {ContractStatus.SIGNED, ContractStatus.IN_PROGRESS} and "not_yet" not in states:
        # «проект договора №5 подписан» and «есть, на согласовании» say two things.
        raise _contradiction(kinds)
    if kinds == _COMING and "missing" in states and not said.numbers:
        kinds = {ContractStatus.IN_PROGRESS}  # «нет, будет до 30.08»
    if kinds == _WITHOUT_CONTRACT and not (said.numbers or said.dates):
        kinds = {ContractStatus.NOT_NEEDED}  # «не заключён, не требуется»
    if len(kinds) > 1 or (kinds & _WITHOUT_CONTRACT and said.numbers and said.dates):
        raise _contradiction(kinds | ({ContractStatus.SIGNED} if said.numbers else set()))
    if not kinds:
        return _judge_parts(states, said, shown, context)
    (status,) = kinds
    if status is ContractStatus.IN_PROGRESS:
        if said.numbers and said.partners > 1:
            raise _contradiction(kinds | {ContractStatus.SIGNED})  # of one school this, of one that
        due = said.due or (said.dates[0] if said.dates and not said.numbers else None)
        _check_promise(due, context)
        known = _signed(said) if said.numbers else Contract(status)
        return replace(known, status=status, due=due)
    return Contract(status) if status is not ContractStatus.SIGNED else _in_force(said)


_KINDS = {
    "not_needed": ContractStatus.NOT_NEEDED,
    "not_yet": ContractStatus.IN_PROGRESS,
    "missing": ContractStatus.UNKNOWN,
    "order": ContractStatus.UNKNOWN,
    "progress": ContractStatus.IN_PROGRESS,
    "signed": ContractStatus.SIGNED,
}
_COMING = {ContractStatus.UNKNOWN, ContractStatus.IN_PROGRESS}
_WITHOUT_CONTRACT = {ContractStatus.NOT_NEEDED, ContractStatus.UNKNOWN}


def _judge_parts(states: list[str], said: _Said, shown: str, context: Context) -> Contract:
    """Read a cell without a word of state: a number and a date mean a signed contract."""
    words = re.sub(r"[^\w]", "", said.rest.replace("дата", ""))
    something = (len(words) > 3 and not said.dates) or agreements.is_other(said.rest)
    if said.numbers and not _NOUN.search(shown) and something:
        raise RefusedError(Remark("unreadable", Code.VALUE_UNREADABLE))  # «кабинет №5»
    if said.numbers or (said.dates and _NOUN.search(shown)) or _FROM_DAY.match(said.rest):
        return _in_force(said)
    if said.due is not None and _NOUN.search(shown) and said.due > context.contracts_due:
        raise RefusedError(Remark("no_status", Code.VALUE_UNREADABLE))  # valid until then?
    if said.due is not None:
        _check_promise(said.due, context)
        return Contract(ContractStatus.IN_PROGRESS, due=said.due)
    if "copied" in states:
        return Contract(ContractStatus.UNKNOWN)
    if said.dates and len(words) <= 3:
        raise RefusedError(_lone_date(said.dates[0]))
    reason = "no_status" if _NOUN.search(shown) or agreements.WANTED.search(shown) else "unreadable"
    raise RefusedError(Remark(reason, Code.VALUE_UNREADABLE))


def _check_promise(due: dt.date | None, context: Context) -> None:
    """Refuse a promise for a year nobody promises for; a contract may hold until then."""
    if due is not None and due.year - context.contracts_due.year > _NEWEST:
        raise _bad_year(due.year)


def _in_force(said: _Said) -> Contract:
    if said.ended:
        raise RefusedError(Remark("doubtful", Code.VALUE_UNREADABLE))
    return _signed(said)


def _signed(said: _Said) -> Contract:
    """Return the contract that is there; raise where a word casts doubt on it."""
    if said.expired or agreements.DOUBT.search(said.rest) or agreements.may_be_denied(said.rest):
        raise RefusedError(Remark("doubtful", Code.VALUE_UNREADABLE))
    number = said.numbers[0] if said.numbers else None
    date = said.dates[0] if said.dates else None
    return Contract(ContractStatus.SIGNED, number, date, said.addendum)


def _contradiction(kinds: set[ContractStatus]) -> RefusedError:
    candidates = tuple(sorted(_WORDS[kind] for kind in kinds))
    return RefusedError(Remark("contradiction", Code.VALUE_UNREADABLE, candidates=candidates))


_WORDS = {
    ContractStatus.SIGNED: "договор № … от …",
    ContractStatus.IN_PROGRESS: "на подписании",
    ContractStatus.NOT_NEEDED: "не требуется",
    ContractStatus.UNKNOWN: "договора нет",
}


def _lone_date(day: dt.date) -> Remark:
    shown = day.strftime("%d.%m.%Y")
    candidates = (f"договор от {shown}", f"до {shown}")
    return Remark("date_alone", Code.VALUE_UNREADABLE, candidates=candidates)


def _remarks(
    contract: Contract, states: list[str], said: _Said, context: Context
) -> tuple[Remark, ...]:
    notes = list(said.notes)
    if contract.status is ContractStatus.SIGNED:
        if contract.number is None and None not in said.numbers:
            notes.append(Remark("number_missing"))
        if contract.date is None:
            notes.append(Remark("date_missing"))
        elif contract.date > context.contracts_due:
            notes.append(Remark("late"))
        others = [number for number in said.numbers[1:] if number]
        days = [f"{day:%d.%m.%Y}" for day in dict.fromkeys(said.dates)]
        if others:
            facts = {"others": ", ".join(others), "kept": contract.number or "б/н"}
            notes.append(Remark("several_contracts", Code.VALUE_UNREADABLE, facts))
        elif len(days) > 1:
            facts = {"others": ", ".join(days[1:]), "kept": days[0]}
            notes.append(Remark("several_days", Code.VALUE_UNREADABLE, facts))
    elif contract.status is ContractStatus.UNKNOWN:
        notes.append(Remark(("copied_from_order", "not_needed_or_missing")["missing" in states]))
    return tuple(notes)
