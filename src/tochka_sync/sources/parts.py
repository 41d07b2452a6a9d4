"""The parts of an Office package: XML walked through as a stream, and what refers to what.

Refuses a part that declares a document type: no office program writes one, only an attack.
"""

import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from posixpath import dirname, join, normpath
from typing import IO
from xml.parsers import expat

from tochka_sync.errors import Reason, SourceError

_CHUNK = 1 << 20
_LARGEST = 128 << 20  # bytes of strings or styles; sheets are streamed
_LONGEST = 8 << 20  # bytes without the end of a tag; a cell holds 32,767 characters

Start = Callable[[str, Mapping[str, str]], None]
End = Callable[[str, str], None]


def spelt(name: str) -> str:
    """Return what spellings of a part's name share: «xl\\SharedStrings.xml» is «xl/sharedstrings.xml».

    Programs write a part in one case and refer to it in another, or part folders by backslashes.
    """
    return name.replace("\\", "/").lstrip("/").lower()


def index(archive: zipfile.ZipFile) -> None:
    """Let an archive find its parts however their names are spelt."""
    archive.NameToInfo = {spelt(each.filename): each for each in archive.infolist()}


def walk(
    archive: zipfile.ZipFile,
    part: str,
    start: Start,
    end: End | None = None,
    *,
    blank: re.Pattern[bytes] | None = None,
) -> None:
    """Walk through a part of an indexed archive.

    `start` gets names without their prefixes, `end` each element's own text, too.

    What matches `blank` is dropped unparsed, so a million blank formatted cells cost little.
    """
    texts: list[str] = []

    own = _Own()

    def on_start(name: str, attributes: dict[str, str]) -> None:
        texts.clear()
        start(own[name], attributes)

    def on_end(name: str) -> None:
        if end is not None:
            end(own[name], "".join(texts))
        texts.clear()

    def on_doctype(*_: object) -> None:
        raise SourceError("file-damaged", reason=Reason("doctype"))

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = on_start
    parser.EndElementHandler = on_end
    parser.CharacterDataHandler = texts.append
    parser.StartDoctypeDeclHandler = on_doctype
    with archive.open(archive.getinfo(spelt(part))) as stream:
        for piece in _pieces(stream, None if blank else _LARGEST):
            parser.Parse(blank.sub(b"", piece) if blank else piece, False)  # noqa: FBT003
    parser.Parse(b"", True)  # noqa: FBT003


def _pieces(stream: IO[bytes], most: int | None) -> Iterator[bytes]:
    """Give a part in pieces that end with a tag, but for the last; `most` is how many bytes it may have."""
    size, rest = 0, b""
    while chunk := stream.read(_CHUNK):
        size += len(chunk)
        if most is not None and size > most:
            raise SourceError("file-too-large")
        cut = chunk.rfind(b">") + 1
        if cut:
            yield rest + chunk[:cut]
            rest = b""
        rest += chunk[cut:]
        if len(rest) > _LONGEST:
            raise SourceError("file-damaged", reason=Reason("no-tags"))
    yield rest


class _Own(dict[str, str]):
    """Names without their prefixes: a sheet has few, a million times."""

    def __missing__(self, name: str) -> str:
        own = self[name] = name.rpartition(":")[2]
        return own


def relation(attributes: Mapping[str, str]) -> str:
    """Return the id by which an element refers to something, whatever prefix it has."""
    return next((value for key, value in attributes.items() if key.endswith(":id")), "")


def relations(archive: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Return what a part refers to: id → (part or address, kind). No part is the package."""
    folder = dirname(part)
    name = spelt(join(folder, "_rels", part[len(folder) :].lstrip("/") + ".rels"))
    found: dict[str, tuple[str, str]] = {}

    def start(element: str, attributes: Mapping[str, str]) -> None:
        if element != "Relationship":
            return
        target = attributes.get("Target", "")
        if attributes.get("TargetMode") != "External":
            target = normpath(join(folder, target) if target[:1] != "/" else target).lstrip("/")
        found[attributes["Id"]] = (target, attributes.get("Type", ""))

    if name in archive.NameToInfo:
        walk(archive, name, start)
    return found
