"""Where an event was written about.

Accepts addresses with or without a scheme, several per cell, handles, a link behind the text, a
typed `HYPERLINK`, and printed or broadcast media by name. Refuses paths on somebody's computer,
schemes that are not of the web, and addresses broken by a space or a comma. «см. сайт» is no link.
"""

import re
from typing import NamedTuple

from tochka_sync.findings import Code
from tochka_sync.pattern import Pattern
from tochka_sync.table import Cell
from tochka_sync.values import text
from tochka_sync.values.context import Context
from tochka_sync.values.reading import Reading, Remark, placeholder, refuse
from tochka_sync.values.what import addresses, media


class Links(NamedTuple):
    """Addresses on the net, and a printed publication; either is coverage (the order's point 2.3)."""

    urls: tuple[str, ...]
    print_media: str | None = None


_LONGEST = 4000
"""A longer cell is no list of links, and would take long to read."""

_PLAIN = Pattern(
    r"https?://(?!h{0,2}t{1,3}p)(?:[a-z0-9]+(?>(?:-+[a-z0-9]+)*)\.)+[a-z]{2,}(?:/(?:[\w/.%=&+@~-]*[\w/-])?)?",
    re.ASCII,
)
"""An address with nothing in it that could be mended, taken off or doubted; most cells are one."""

_SPACE_IN_PATH = Pattern(
    r"(?<!\S)(?=\S*?https?://[^\s/]+/)\S*[а-яё]\s[а-яё]",
    re.IGNORECASE,  # once for a word
)
_ANCHOR = Pattern(r"<a\s[^>]*href=[\"']([^\"']+)[\"'].*", re.IGNORECASE | re.DOTALL)
_LINES = Pattern(r"(?<!\s)[^\S\n]*+\n\s*+")
_FORMULA = Pattern(
    r"=\s*(?:HYPERLINK|ГИПЕРССЫЛКА)\s*\(\s*[\"«“]([^\"»”]+)[\"»”].*", re.IGNORECASE | re.DOTALL
)
_PAIRS = {")": "(", "]": "[", "}": "{"}
_MARKDOWN = Pattern(r"\[[^\[\]]*\]\(([^()\s]+)\)")
_LOCAL = Pattern(
    r"(?:^|[\s,;(«\"])(?:file:|javascript:|vbscript:|data:|about:|blob:|content:|ftps?:|(?:tg|viber|whatsapp)://"
    r"|[a-z]:[\\/]|\\\\\w|~/|/(?:users|home|storage|sdcard)/)"
    r"|^[^/@\\]+\.(?:jpe?g|png|gif|docx?|xlsx?|pptx?|pdf|mp4|avi|mov|zip|rar|heic)$",
    re.IGNORECASE,
)
_SCHEME = Pattern(
    r"(?P<scheme>h{0,2}[tт]{1,3}[pр]{1,2}[sѕ]{0,2})(?:\s?[:;.,]{1,2}\s?[/\\]{0,4}|[/\\]{2,4}:?)\s?(?=[^\s/\\:])",
    re.IGNORECASE,
)
_GLUED = Pattern(r"(?<=[^\s=/&?#%(\[<«\"]{2})(?=https?:/)", re.IGNORECASE)
_ADRIFT = Pattern(r"(https?:)\s*(/{1,2})\s+(?=\S)", re.IGNORECASE)
_APART = Pattern(r"(https?:)\s+(?=/)", re.IGNORECASE)
_CUT = Pattern(
    r"(?<![,;|])[,;|]++(?=\s|$|https?:|www\.|@|(?:[\w-]+\.)+(?:ru|рф|com|me|org|net)(?![\w.]))|\s/\s|\s+",
    re.IGNORECASE,
)
_UNDOTTED = Pattern(r"(vk|t|ok|rutube|youtube|dzen)[,/](?=(?:com|me|ru)/\w)", re.IGNORECASE)
"""«vk,com/wall-1_2», «t/me/school8»."""
_PIECE = Pattern(r"/\w+[\w-]*[/_\d]|[-_]\d+_|[\w.-]*\.(?:ru|com|me)[,;]\w")
"""What is left of an address that was cut: «/wall-1_2», «_2», «school8.ru,news»."""
_UNFINISHED = ("-", "_", "=", "&", "%")
_TAIL = Pattern(r"(?!\d\d?\.\d)[a-z\d][\w/.=&?%-]*", re.ASCII | re.IGNORECASE)
_LONG_NUMBER = Pattern(r"\d{6,9}")
_REST = Pattern(r"(?=\D*\d)\w+(?:[-/=_?&][\w.=&%-]+)+|\d{3,9}", re.ASCII)
"""«view/id/3», «123»: what stands behind «https://school8.ru/news/» and is no caption."""
_LEAD = Pattern(
    r"^[^\W\d_]+[:)]+(?=\S)|^[^\W\d_]+[-–—]+(?=https?:|www\.)|^\d+[.)]+(?=[a-zа-я])", re.IGNORECASE
)
_FILLER = Pattern(r"(?:\W++|\d+[.)]?|и|а|также|см|смотри(?:те)?|по ссылке)[.:]*", re.IGNORECASE)
_POINTED = Pattern(r"[^\s?=&]*[:/\\;.,]")
_EDGE = "<>«»\"'“”„`*•–—"
_TOPS = (
    "ru|рф|su|com|org|net|info|me|be|рус|дети|москва|онлайн|сайт|орг|online|site|pro|gl|gle|cc|tv|app|io|edu|gov"
    "|moscow|tatar|kz|by|ee|ly|link|one|fm|page|store|school|club|center|space|biz|xyz|dev|ai|team|life|world|news"
)
_BARE = Pattern(rf"(?:[\w-]+\.)+(?:{_TOPS})(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)
_HOST = Pattern(
    r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+(?:[a-z]{2,}|[а-я]{2,}|xn--[a-z0-9-]+)(?::\d{1,5})?",
    re.IGNORECASE,
)
_ADDRESS = Pattern(r"(?:\d{1,3}\.){3}\d{1,3}(?::\d{1,5})?")
_EMAIL = Pattern(r"(?:mailto:)?[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+", re.IGNORECASE)
_HANDLE = Pattern(r"@[A-Za-z]\w{4,31}", re.ASCII)
_VK_PART = Pattern(r"(?:wall|club|public|photo|video|album|event|clip)-?\d+(?:_\d+)?", re.ASCII)
_NETS = Pattern(
    r"(?<!\w)(?:(?P<vk>вк|vk|вконтакте)|(?P<telegram>телегр\w*|telegram|тг|tg)"
    r"|(?P<other>инст\w*|insta\w*|ок|одноклассник\w*|youtube|ютуб\w*|rutube|рутуб\w*|дзен\w*))(?!\w)",
    re.IGNORECASE,
)


class _Found:
    def __init__(self) -> None:
        self.urls: list[str] = []
        self.notes: list[Remark] = []
        self.words: list[str] = []
        self.broken: Remark | None = None
        self.net: str | None = None
        """Where the handles of a cell belong by the word before them, or by any in the cell."""
        self.names_net = False
        """Whether an address of a whole network stands in the cell."""


def read(cell: Cell, context: Context) -> Reading[Links]:  # noqa: ARG001 - as all readers
    """Read references to publications; the address behind the text wins over the text."""
    behind = cell.link if cell.link and re.match(r"https?://", cell.link, re.IGNORECASE) else None
    if behind is None:
        return _read_text(_source(cell))
    target = _read_text(behind)
    if target.value is None or not cell.text.strip():
        return target
    shown = _read_text(cell.text)
    if shown.value is None:
        return target
    targets, urls = target.value.urls, shown.value.urls
    if set(targets) <= set(urls):
        return shown
    # A lone address that is shown may be what a target behind it is called.
    merged = tuple(dict.fromkeys((*targets, *urls))) if len(urls) > 1 else targets
    return Reading(Links(merged, shown.value.print_media), target.notes)


def _source(cell: Cell) -> str:
    """Return the text, or the target behind it where that says more: a file, a mailbox."""
    shown = cell.text
    says_more = cell.link and not cell.link.startswith("#") and not _holds_address(shown)
    return cell.link if cell.link and says_more and not shown.startswith("=") else shown


def _read_text(raw: str) -> Reading[Links]:
    if len(raw) > _LONGEST:
        return refuse(Code.LINK_INVALID, "unreadable")
    if _PLAIN.fullmatch(raw) and not (addresses.names_net(raw) or addresses.is_talk(raw)):
        return Reading(Links((raw,)))
    return _read_anyhow(raw)


def _read_anyhow(raw: str) -> Reading[Links]:
    shown = text.clean(_LINES.sub(" ; ", raw.strip()) if "\n" in raw else raw)
    formula = _FORMULA.fullmatch(shown) if shown.startswith("=") else _ANCHOR.fullmatch(shown)
    if formula:
        inner = _read_text(formula[1])
        return Reading(inner.value, (*inner.notes, Remark("formula_text")), inner.problem)
    if text.is_formula(shown):
        return refuse(Code.LINK_INVALID, "unreadable")
    if text.is_placeholder(shown) or _is_place(shown) or media.says_nothing(shown):
        return placeholder(shown)
    if _LOCAL.search(shown):
        return refuse(Code.LINK_INVALID, "bad_scheme")
    found = _find(shown)
    if found.broken is not None:
        return Reading(problem=found.broken)
    if found.names_net and not found.urls:
        return refuse(Code.LINK_INVALID, "only_net")
    words = [word for word in found.words if not _FILLER.fullmatch(word)]
    rest = (" ".join(words) if found.urls else shown).strip(" ,;:.-–—")
    printed = media.named(rest)
    if not found.urls and printed is None:
        if media.is_kind(rest):
            return placeholder(shown)
        return refuse(Code.LINK_INVALID, "unreadable")
    if rest and printed is None and not _is_place(rest):
        found.notes.append(Remark("caption", facts={"value": rest}))
    return Reading(Links(tuple(dict.fromkeys(found.urls)), printed), _distinct(found.notes))


def _distinct(notes: list[Remark]) -> tuple[Remark, ...]:
    kept: list[Remark] = []
    for note in notes:
        if note not in kept:
            kept.append(note)
    return tuple(kept)


def _is_place(shown: str) -> bool:
    """Tell whether the text only says where such things usually stand: «группа в ВК»."""
    return media.is_place(shown) and not _holds_address(shown)


def _holds_address(shown: str) -> bool:
    return "." in shown and any(_BARE.match(word.strip(_EDGE + "()")) for word in shown.split())


def _find(shown: str) -> _Found:
    """Sort the words of a cell into addresses and everything else."""
    found = _Found()
    shown = _GLUED.sub(" ", _MARKDOWN.sub(r" \1 ", shown))
    joined = shown
    if ": " in shown or "/ " in shown:  # «https: //vk.com» is one address
        joined = _APART.sub(r"\1", _ADRIFT.sub(r"\1\2", shown))
    if joined != shown:
        found.notes.append(_corrected(shown, joined))
    if not joined.isascii() and _SPACE_IN_PATH.search(joined):
        found.broken = _broken(None)  # «https://школа8.рф/новости/точка роста»
    opened = ""
    for token in filter(None, _CUT.split(joined)):
        before = len(found.urls)
        _sort(token, joined, found)
        added = len(found.urls) > before
        if added and token.rstrip(_EDGE).endswith(("...", "…")):
            found.broken = _broken(None)  # shown cut short: «https://vk.com/wall-1_…»
        elif not added and opened and _goes_on(opened, token):
            whole = opened + token  # «https://vk.com/wall-⏎1_2»
            found.broken = _broken(whole if joined.count("://") == 1 else None)
        if found.broken is not None:
            break
        opened = found.urls[-1] if added else ""
    return found


def _goes_on(address: str, token: str) -> bool:
    """Tell whether a word can only be the rest of the address before it, which a line's end cut."""
    if address.endswith(_UNFINISHED):
        return _TAIL.fullmatch(token) is not None
    return (_REST if address.endswith("/") else _LONG_NUMBER).fullmatch(token) is not None


def _sort(token: str, shown: str, found: _Found) -> None:
    bare = _trim(token)
    scheme = _SCHEME.search(bare) if _POINTED.match(bare) else None
    if scheme and (scheme.start() == 0 or _LEAD.match(bare)):
        _add(_mended(bare[scheme.start() :], found), found)
        return
    if "://" in bare.rstrip("/:"):
        found.broken = Remark("bad_scheme", Code.LINK_INVALID)
        return
    bare = _trim(_LEAD.sub("", bare))
    slashed = bare.replace("\\", "/")
    if _EMAIL.fullmatch(bare):
        found.words.append(token)
    elif _HANDLE.fullmatch(bare):
        _add_handle(bare, shown, found)
    elif _BARE.fullmatch(slashed):
        if slashed != bare:
            found.notes.append(_corrected(bare, slashed))
        found.notes.append(Remark("scheme_added"))
        _add("https://" + slashed, found)
    elif _VK_PART.fullmatch(bare):
        found.broken = _broken(f"https://vk.com/{bare}")
    elif host := _UNDOTTED.match(bare):
        found.broken = _broken(f"https://{host[1]}.{bare[host.end() :]}")
    elif _PIECE.match(bare):
        found.broken = _broken(None)
    else:
        found.words.append(token)
        if named := _NETS.match(bare):
            found.net = named.lastgroup


def _trim(token: str) -> str:
    """Take quotes, brackets and full stops off; a bracket that has its pair belongs to the address."""
    token = token.strip(_EDGE).lstrip("([{").rstrip(".,;:!?…" + _EDGE)
    if token[-1:] not in _PAIRS:
        return token
    lone = {end: token.count(end) - token.count(start) for end, start in _PAIRS.items()}
    while lone.get(token[-1:], 0) > 0:
        lone[token[-1]] -= 1
        token = token[:-1].rstrip(".,;:!?…" + _EDGE)
    return token


def _mended(address: str, found: _Found) -> str:
    """Put the scheme right: «https//», «hhttps://», «http:/», «https://https://»."""
    rest, secure = address, False
    while scheme := _SCHEME.match(rest):
        secure = secure or "s" in scheme["scheme"].lower()
        rest = rest[scheme.end() :]
    mended = f"{'https' if secure else 'http'}://" + rest.replace("\\", "/")
    if mended.lower() != address.lower():
        found.notes.append(_corrected(address, mended))
    return mended


def _corrected(old: str, new: str) -> Remark:
    return Remark("typo_fixed", Code.TEXT_CORRECTED, {"old": old, "new": new})


def _broken(suggestion: str | None) -> Remark:
    facts: dict[str, object] = {"guess": True} if suggestion else {}
    return Remark("bad_link", Code.LINK_INVALID, facts, suggestion)


def _add_handle(handle: str, shown: str, found: _Found) -> None:
    """Keep a name in the network that is said before it, or else somewhere in the cell."""
    if found.net is None:
        named = _NETS.search(shown)
        found.net = (named and named.lastgroup) or "telegram"
    if found.net == "other":
        found.broken = _broken(None)
    elif found.net == "vk":
        found.urls.append(f"https://vk.com/{handle[1:]}")
    else:
        found.urls.append(f"https://t.me/{handle[1:]}")
        found.notes.append(Remark("handle_assumed_telegram"))


def _add(url: str, found: _Found) -> None:
    """Keep an address whose host can be one, without what only counts its visitors."""
    scheme, _, rest = url.partition("://")
    host = re.split(r"[/?#]", rest, maxsplit=1)[0]
    path = rest[len(host) :]
    if not path.isascii() and (hyphened := addresses.hyphened(path)) != path:
        found.notes.append(_corrected(url, url.removesuffix(path) + hyphened))
        path = hyphened
    if addresses.is_private(host):
        found.broken = Remark("bad_host", Code.LINK_INVALID)
    elif "@" in host or not (_HOST.fullmatch(host) or _ADDRESS.fullmatch(host)):
        found.broken = _broken(None)
    elif addresses.mixed(host) or addresses.mixed(path):
        latin = addresses.latin(host)
        right = f"{scheme}://{latin}{path}" if latin and not addresses.mixed(path) else None
        found.broken = Remark("mixed_script", Code.LINK_INVALID, {"guess": True}, right)
    elif addresses.is_talk(url.lower()):
        found.broken = Remark("only_talk", Code.LINK_INVALID)
    elif addresses.names_net(url):
        found.names_net = True
    else:
        found.urls.append(f"{scheme.lower()}://{host.lower()}{addresses.without_trackers(path)}")
