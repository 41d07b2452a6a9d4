"""A stand-in for Google with plans too large for the tests' own, in a process of its own.

Bodies are made and packed before anything is measured and then only sent: what is measured is the
program, not what it reads from.
"""

import gzip
import json
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote

from tests.google import answers
from tests.google.answers import Reply
from tests.google.server import Google, Request

from benchmarks import data

MINUTE = 60.0
PACKED = {"Content-Encoding": "gzip"}


class Prepared(Google):
    """Serves bodies from a folder, and counts how many reads it was asked for in any minute."""

    def __init__(self, folder: Path, quota: int | None = None) -> None:
        """Refuse more reads a minute than `quota`, as Google does."""
        super().__init__()
        self.bodies = {
            path.name.removesuffix(".gz"): path.read_bytes() for path in folder.glob("*.gz")
        }
        self.quota = quota
        self.reads: list[float] = []
        self.refused = 0
        self._counting = threading.Lock()

    def take(self, request: Request) -> tuple[Reply | None, None]:
        """Answer from the prepared bodies; everything but reads as the tests' stand-in does."""
        if request.route not in {"sheets", "values"}:
            reply, _ = super().take(request)
            return reply, None
        self.log.append(request)
        if self._over_quota():
            self.refused += 1
            return answers.error(429, "Quota exceeded for quota metric 'Read requests'", "RESOURCE_EXHAUSTED"), None  # fmt: skip
        return Reply(200, self.bodies[_name(request)], PACKED), None

    def _over_quota(self) -> bool:
        now = time.monotonic()
        with self._counting:
            self.reads = [read for read in self.reads if read > now - MINUTE]
            if self.quota is not None and len(self.reads) >= self.quota:
                return True
            self.reads.append(now)
            return False


def _name(request: Request) -> str:
    """What the body for a request is called."""
    spreadsheet = request.path.split("/")[3].partition(":")[0]
    if request.route == "sheets":
        whole = "formattedValue" in request.query["fields"][0]
        return f"{spreadsheet}.{'whole' if whole else 'about'}"
    area = request.query["ranges"][0].rpartition("!")[2]
    return f"{spreadsheet}.{area}.{request.query['valueRenderOption'][0]}"


def prepare_columns(folder: Path, spreadsheet: str, rows: Iterator[list[str]]) -> None:
    """Write the bodies of a large plan: too large to be answered whole, so by columns."""
    columns = [list(column) for column in zip(data.HEADERS, *rows, strict=True)]
    height = len(columns[0])
    properties = {"sheetId": 0, "title": "План", "index": 0, "sheetType": "GRID",
                  "gridProperties": {"rowCount": height, "columnCount": len(columns)}}  # fmt: skip
    about = {
        "spreadsheetId": spreadsheet,
        "properties": {"title": "План страны", "locale": "ru_RU", "timeZone": "Asia/Yakutsk"},
        "sheets": [{"properties": properties, "data": [{"rowMetadata": [{}] * height}]}],
    }
    _put(folder / f"{spreadsheet}.about.gz", about)
    # The program gives an answer up at its bound, whatever is in it.
    with gzip.open(folder / f"{spreadsheet}.whole.gz", "wb", 1) as body:
        body.write(b'{"padding":"' + b"x" * (65 << 20) + b'"}')
    for at, texts in enumerate(columns):
        letter = chr(ord("A") + at)
        held: Sequence[object] = [int(text) if text.isdecimal() else text for text in texts]
        for render, values in (("FORMATTED_VALUE", texts), ("UNFORMATTED_VALUE", held)):
            middle = height // 2
            parts = {
                f"{letter}:{letter}": values,
                f"{letter}1:{letter}{middle}": values[:middle],
                f"{letter}{middle + 1}:{letter}{height}": values[middle:],
            }
            for area, own in parts.items():
                part = {"range": f"'План'!{area}", "majorDimension": "COLUMNS", "values": [own]}
                answer = {"spreadsheetId": spreadsheet, "valueRanges": [part]}
                _put(folder / f"{spreadsheet}.{area}.{render}.gz", answer)


def prepare_whole(folder: Path, spreadsheet: str, rows: Iterator[list[str]]) -> None:
    """Write the one body of a plan of ordinary size."""
    cells = [{"values": [_cell(text) for text in row]} for row in [list(data.HEADERS), *rows]]
    properties = {"sheetId": 0, "title": "План", "index": 0, "sheetType": "GRID",
                  "gridProperties": {"rowCount": 1000, "columnCount": 26}}  # fmt: skip
    answer = {
        "spreadsheetId": spreadsheet,
        "properties": {"title": "План", "locale": "ru_RU", "timeZone": "Asia/Yakutsk"},
        "sheets": [{"properties": properties, "data": [{"rowData": cells, "rowMetadata": []}]}],
    }
    _put(folder / f"{spreadsheet}.whole.gz", answer)


def _cell(text: str) -> dict[str, object]:
    if not text:
        return {}
    held = {"numberValue": int(text)} if text.isdecimal() else {"stringValue": text}
    return {"formattedValue": text, "effectiveValue": held}


def _put(path: Path, answer: object) -> None:
    body = json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode()
    path.write_bytes(gzip.compress(body, 1))


def serve(folder: Path, quota: int | None) -> None:
    """Serve until standard input closes; then say what was asked for."""
    with Prepared(folder, quota) as google:
        sys.stdout.write(json.dumps({"env": google.env()}) + "\n")
        sys.stdout.flush()
        for _ in sys.stdin:  # each line asks for the counts since the last
            counts = Counter(unquote(request.route) for request in google.log)
            google.log.clear()
            sys.stdout.write(json.dumps({"asked": counts, "refused": google.refused}) + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    serve(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else None)
