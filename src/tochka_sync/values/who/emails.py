"""E-mail addresses.

Accepts addresses with names, labels, brackets and telephones around them, several per cell.
Refuses one that is misspelt, with the address it was meant to be where only one is possible, and
one that mixes Latin and Cyrillic letters.
"""

import re

from tochka_sync.findings import Code
from tochka_sync.pattern import Pattern
from tochka_sync.table import Cell
from tochka_sync.values import text
from tochka_sync.values.context import Context
from tochka_sync.values.reading import Reading, Remark, placeholder, refuse

_NONE = Pattern(
    r"(?:(?:e-?mail|эл(?:ектронная)?\.?\s*почта|почта|адрес)\s*:?\s*)?"
    r"(?:-|нет|отсутствует|не имеется|не имею|нет почты)?|нет (?:эл\.?\s*)?почты",
    re.IGNORECASE,
)
_TOKEN = Pattern(r"[^\s,;/|\\()<>\[\]{}«»\"“”„]+")
_LABEL = Pattern(
    r"(?:e-?mail|mail|email|mailto|почта|эл\.?|gmail|yandex)[.:]*|[^A-Za-z]*", re.IGNORECASE
)
_PREFIX = Pattern(r"^.*[:=]|^[•*'`]+|^[–—-]\s*(?=\S)")
_SITE = Pattern(r"https?|(?:[\w-]{2,}\.)+(?:ru|рф|com|me)")
_USUAL = Pattern(r"[\w.+'&=~-]+@[\w.-]+")  # the standard allows «№8@mail.ru», no provider does
_EDGE = ".,;:!?'`*•"
_HAS_LATIN = Pattern(r"[A-Za-z]")
_HAS_CYRILLIC = Pattern(r"[\u0400-\u052f]")
_WIDE = str.maketrans("＠．", "@.")
_TO_LATIN = str.maketrans("АВСЕНКМОРТХУІЈЅасекмортхуіјѕ", "ABCEHKMOPTXYIJSacekmoptxyijs")

_DOMAINS = (
    "mail.ru", "yandex.ru", "ya.ru", "gmail.com", "bk.ru", "list.ru", "inbox.ru", "rambler.ru",
    "icloud.com", "outlook.com", "hotmail.com", "yandex.com",
)  # fmt: skip
_PLAIN = Pattern(
    rf"(?=.{{1,64}}@)[A-Za-z0-9]+(?>(?:[._-][A-Za-z0-9]+)*)@(?:{'|'.join(map(re.escape, _DOMAINS))})"
)
"""An address of a well-known provider that is valid, so that the library need not be loaded to say so."""
_KNOWN = frozenset(_DOMAINS) | {"vk.ru", "ok.ru", "email.ru", "list.com", "mail.com", "inbox.com"}
_TOP_TYPOS = {"ry", "py", "rv", "ur", "rru", "ruu", "гu", "con", "cmo", "comm", "kom", "cim", "vom"}
_NO_TOPS = (".ру", ".ком")
"""How addresses end that were typed by ear: no such domains are."""
_BY_SOUND = {
    **dict.fromkeys(("майл.ру", "мейл.ру", "мэйл.ру", "маил.ру"), "mail.ru"),
    **dict.fromkeys(("яндекс.ру",), "yandex.ru"),
    **dict.fromkeys(("гмайл.ком", "гмаил.ком", "джимейл.ком"), "gmail.com"),
    **dict.fromkeys(("бк.ру",), "bk.ru"),
}

_SPELT = (
    (
        Pattern(
            r"\s*(?:\((?:a|at|эт|собака|@)\)|\"(?=(?:mail|yandex|ya|bk|list|inbox|rambler|gmail)\.)|\[(?:at|собака)\]|(?<=\w)\s+at\s+(?=\w)|\s+собака\s+|\(?собака\)?)\s*",
            re.IGNORECASE,
        ),
        "@",
    ),
    (Pattern(r"\s*(?:\((?:dot|точка)\)|\[dot\]|\s+точка\s+|\s+dot\s+)\s*", re.IGNORECASE), "."),
    (Pattern(r"\s*@[@\s]*"), "@"),
    (Pattern(r",\s*(?=(?:ru|com|рф|org|net)\b)", re.IGNORECASE), "."),
    (Pattern(r"(?<![.\s])\s*+\.[.\s]*+(?=\w)"), "."),
)
_BARE_DOMAIN = Pattern(
    r"(?P<name>[A-Za-z0-9._-]+?)[\s.,]?(?P<domain>(?:mail|yandex|rambler|bk|list|inbox)\.ru|gmail\.com)",
    re.IGNORECASE,
)
_LOST_DOT = Pattern(r"@(mail|yandex|ya|bk|list|inbox|rambler|gmail)[\s-]?(ru|com)$", re.IGNORECASE)


def read(cell: Cell, context: Context) -> Reading[tuple[str, ...]]:  # noqa: ARG001 - as all readers
    """Read e-mail addresses, the domain in lower case."""
    shown = text.clean(cell.text.replace("\n", "; ").translate(_WIDE))
    if "@" not in shown and cell.link and cell.link.lower().startswith("mailto:"):
        shown = cell.link
    if _NONE.fullmatch(shown) or text.is_placeholder(shown):
        return placeholder(shown)
    tokens = _TOKEN.findall(shown)
    addresses = list(dict.fromkeys(_bare(token) for token in tokens if "@" in token))
    others = [token for token in tokens if "@" not in token]
    if not addresses:
        return _refuse_without_at(shown)
    for address in addresses:
        problem = _problem(address, shown)
        if problem is not None:
            return Reading(problem=problem)
    if any(not _LABEL.fullmatch(other) and not _is_site(other) for other in others):
        return refuse(Code.EMAIL_INVALID, "bad_email")
    found = dict.fromkeys(_valid(address) or address for address in addresses)
    notes = [note for address in found for note in _notes(address)]
    words = " ".join(other for other in others if not _is_label(other)).strip(" .:-")
    if words:
        notes.append(Remark("caption", facts={"value": words}))
    return Reading(tuple(found), tuple(notes))


def _bare(token: str) -> str:
    """Return an address without what is glued to it: `mailto:`, a label, a full stop."""
    token = _PREFIX.sub("", token.partition("?")[0])
    return token.lstrip(_EDGE.replace(".", "")).rstrip(_EDGE)


def _is_label(word: str) -> bool:
    return (
        _HAS_LATIN.search(word) is not None
        or not re.search(r"\w", word)
        or (
            re.fullmatch(
                r"(?:и|почта|эл|электронн\w*|адрес\w*|личн\w*|раб\w*|школы?)[.:]*",
                word,
                re.IGNORECASE,
            )
            is not None
        )
    )


def _is_site(word: str) -> bool:
    """Tell whether a word beside an address is a site, not a part broken off the address."""
    bare = word.strip(_EDGE).lower()
    return _SITE.fullmatch(bare) is not None and bare not in _KNOWN


def _problem(address: str, shown: str) -> Remark | None:
    """Return why an address is none."""
    if _valid(address) is None:
        return _bad(_repair(shown if shown.count("@") <= 2 else address))
    name, _, domain = address.partition("@")
    scripts_of_name, scripts_of_domain = _scripts(name), _scripts(domain)
    mixed = len(scripts_of_name) > 1 or len(scripts_of_domain) > 1
    if domain.lower().endswith(_NO_TOPS):
        by_ear = _BY_SOUND.get(domain.lower(), re.sub(r"\.ру$", ".ru", domain.lower()))
        latin = f"{name}@{by_ear}"
        right = None if _HAS_CYRILLIC.search(latin) else latin
        return Remark("mixed_script", Code.EMAIL_INVALID, _guess(right), right)
    if mixed or ("cyrillic" in scripts_of_name and "cyrillic" not in scripts_of_domain):
        latin = re.sub(r"\.[rp]y$", ".ru", address.translate(_TO_LATIN))
        suggestion = None if _HAS_CYRILLIC.search(latin) else latin
        return Remark("mixed_script", Code.EMAIL_INVALID, _guess(suggestion), suggestion)
    return None


def _bad(suggestion: str | None) -> Remark:
    return Remark("bad_email", Code.EMAIL_INVALID, _guess(suggestion), suggestion)


def _guess(suggestion: str | None) -> dict[str, object]:
    return {"guess": True} if suggestion else {}


def _scripts(word: str) -> set[str]:
    found = {"latin"} if _HAS_LATIN.search(word) else set()
    return found | ({"cyrillic"} if _HAS_CYRILLIC.search(word) else set())


def _refuse_without_at(shown: str) -> Reading[tuple[str, ...]]:
    """Tell an address without its @ from something that never was one."""
    suggestion = _repair(shown)
    if suggestion is None:
        bare = _BARE_DOMAIN.fullmatch(shown.strip(" .;,"))
        if bare is None or bare["name"].lower() in {"www", "http", "https"}:
            return refuse(Code.EMAIL_INVALID, "unreadable")
        # «2» is the @ typed without Shift, or a part of the name.
        name = bare["name"].rstrip("._-")
        suggestion = None if name.endswith("2") else f"{name}@{bare['domain'].lower()}"
    return Reading(problem=_bad(suggestion))


def _repair(shown: str) -> str | None:
    """Return the one address the text was meant to be, if putting it right is plain."""
    mended = _bare(shown.strip(" <>()[]«»\"'"))
    for pattern, right in _SPELT:
        mended = pattern.sub(right, mended)
    mended = _LOST_DOT.sub(lambda match: f"@{match[1]}.{match[2]}", mended.strip(_EDGE + "-"))
    if mended.count("@") != 1 or re.search(r"[\s,;]", mended):
        return None
    latin = mended.translate(_TO_LATIN)
    mended = mended if _HAS_CYRILLIC.search(latin) else latin
    valid = _valid(mended)
    return valid if valid and not _HAS_CYRILLIC.search(valid.partition("@")[0]) else None


def _valid(address: str) -> str | None:
    """Return a valid address, its domain in lower case."""
    name, _, top = address.rpartition(".")
    if not name or len(top) < 2 or address[:1] in "-." or not _USUAL.fullmatch(address):
        return None
    if _PLAIN.fullmatch(address):
        return address
    import email_validator  # noqa: PLC0415 - heavy, and not needed for most cells

    try:
        return email_validator.validate_email(address, check_deliverability=False).normalized
    except email_validator.EmailNotValidError:
        return None


def _notes(address: str) -> list[Remark]:
    domain = address.partition("@")[2]
    if _HAS_CYRILLIC.search(address):
        return [Remark("idn")]
    meant = _meant(domain)
    return [Remark("domain_typo", facts={"old": domain, "new": meant})] if meant else []


def _meant(domain: str) -> str | None:
    """Return the well-known domain this one is a slip of."""
    if domain in _KNOWN:
        return None
    name, _, top = domain.rpartition(".")
    if name in _KNOWN:
        return name  # «mail.ru.ru»
    if name == "gmail":
        return "gmail.com"  # there is no other
    for known in _DOMAINS:
        same, _, known_top = known.rpartition(".")
        if name == same and top in _TOP_TYPOS:
            return known
        if top == known_top and len(same) > 3 and _one_slip(name, same):
            return known
    return None


def _one_slip(typed: str, meant: str) -> bool:
    """Tell whether one letter is lost, added, replaced, or two stand in the wrong order."""
    if typed == meant or abs(len(typed) - len(meant)) > 1:
        return False
    start = 0
    while start < min(len(typed), len(meant)) and typed[start] == meant[start]:
        start += 1
    one, other = typed[start:], meant[start:]
    return (
        one[1:] == other[1:]
        or one[1:] == other
        or one == other[1:]
        or (one[:2] == other[1::-1] and len(other) > 1 and one[2:] == other[2:])
    )
