"""Where an address leads: a publication, a whole network, a school's own; and its letters put right."""

import re

from tochka_sync.pattern import Pattern
from tochka_sync.values import text

_NETS = frozenset(
    {
        *("vk.com", "vk.ru", "t.me", "ok.ru", "youtube.com", "youtu.be", "rutube.ru", "dzen.ru"),
        *("instagram.com", "disk.yandex.ru", "drive.google.com", "google.com", "docs.google.com"),
        *("yandex.ru", "ya.ru", "mail.ru", "cloud.mail.ru"),
    }
)
"""Hosts of which an address without a path names no publication."""
_TALKS = ("//wa.me/", "whatsapp.com", "//t.me/+7", "//viber.")
"""What stands in addresses that lead to a person, mostly by the telephone number."""
_LONGEST_NET = 40
_TOWARDS = Pattern(r"https?://(?:www\.|m\.)?(?P<host>[^/?#]+)/?(?:feed/?|im/?)?", re.IGNORECASE)
_PRIVATE = Pattern(
    r"localhost(?::\d+)?|(?:127|10)\.[\d.:]+|192\.168\.[\d.:]+|172\.(?:1[6-9]|2\d|3[01])\.[\d.:]+",
    re.IGNORECASE,
)
_TRACKER = Pattern(
    r"(?:utm_\w+|yclid|ysclid|gclid|fbclid|igshid|mc_[ce]id|_openstat|openstat|from_?share|igsh|share_?id|rdid)(?:=.*)?",
    re.IGNORECASE,
)

_WORD = Pattern(r"[^\W\d_]+")
_LATIN = Pattern("[a-z]", re.IGNORECASE)
_CYRILLIC = Pattern("[а-яё]", re.IGNORECASE)
_TO_LATIN = str.maketrans("АВСЕНКМОРТХУасекмортху", "ABCEHKMOPTXYacekmoptxy")


def names_net(url: str) -> bool:
    """Tell whether an address is that of a whole network: «https://vk.com»."""
    towards = _TOWARDS.fullmatch(url) if len(url) < _LONGEST_NET else None
    return towards is not None and towards["host"].lower() in _NETS


def is_talk(url: str) -> bool:
    """Tell whether an address opens somebody's correspondence: «https://wa.me/7914…»."""
    return any(place in url for place in _TALKS)


def is_private(host: str) -> bool:
    """Tell whether a host is known inside one network only."""
    return _PRIVATE.fullmatch(host) is not None


def hyphened(path: str) -> str:
    """Put the hyphens back that a text program made dashes: «/wall–1_2»."""
    mended = re.sub(text.ANY_DASH, "-", path)
    return mended if mended.isascii() else path


def latin(host: str) -> str | None:
    """Return a host in Latin letters, if its Cyrillic ones are look-alikes."""
    meant = host.translate(_TO_LATIN)
    return None if _CYRILLIC.search(meant) else meant


def mixed(said: str) -> bool:
    """Tell whether a word of a host or a path mixes Latin and Cyrillic letters."""
    return not said.isascii() and any(map(_mixes, _WORD.findall(said)))


def _mixes(label: str) -> bool:
    return bool(_LATIN.search(label) and _CYRILLIC.search(label))


def without_trackers(path: str) -> str:
    """Return a path without what only counts its visitors."""
    before, mark, after = path.partition("#")
    where, _, query = before.partition("?")
    kept = "&".join(part for part in query.split("&") if part and not _TRACKER.fullmatch(part))
    return where + (f"?{kept}" if kept else "") + mark + after
