"""A stand-in for Google, for the unchanged program.

An HTTPS proxy with an authority of its own, which `HTTPS_PROXY` and `REQUESTS_CA_BUNDLE` lead to:

    with Google() as google:
        google.share(Spreadsheet("План", [Tab("План", [["Школа"], ["СОШ №8"]])]))
        subprocess.run([...], env={**os.environ, **google.env()})
        assert google.asked() == ["token", "sheets"]
"""

from tests.google.answers import ACCOUNT, API_KEY, FEDERATED, PERSON
from tests.google.book import ID, Shown, Spreadsheet, Tab
from tests.google.server import FOREVER, Fault, Google, Request

__all__ = [
    "ACCOUNT",
    "API_KEY",
    "FEDERATED",
    "FOREVER",
    "ID",
    "PERSON",
    "Fault",
    "Google",
    "Request",
    "Shown",
    "Spreadsheet",
    "Tab",
]
