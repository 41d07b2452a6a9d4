"""How what Google and the secure layer say is passed on: in the reader's words, or as a quotation."""

import re

import pytest
import requests

from tochka_sync import messages
from tochka_sync.errors import SourceError
from tochka_sync.messages import Language
from tochka_sync.sources import refusals


@pytest.mark.parametrize(
    ("said", "understood"),
    [
        ("[SSL: CERTIFICATE_VERIFY_FAILED] self-signed certificate in chain", "tls-stranger"),
        ("[SSL: CERTIFICATE_VERIFY_FAILED] certificate has expired", "tls-expired"),
        ("[SSL: CERTIFICATE_VERIFY_FAILED] certificate is not yet valid", "tls-early"),
        ("[SSL: CERTIFICATE_VERIFY_FAILED] Hostname mismatch", "tls-other-host"),
        ("[SSL: WRONG_VERSION_NUMBER] wrong version number", "tls"),
    ],
)
def test_what_is_wrong_with_a_certificate_is_said_in_the_readers_words(said, understood):
    error = refusals.failure(requests.exceptions.SSLError(said))
    assert error.facts["reason"] == understood
    sentence, _ = messages.error(Language.RU, error)
    assert not re.search("[A-Za-z]{3}", sentence)


def test_a_file_of_certificates_that_is_not_there_is_named_as_the_trouble():
    text = "Could not find a suitable TLS CA certificate bundle, invalid path: /etc/none.pem"
    assert refusals.failure(OSError(text)).facts["reason"] == "tls-no-file"


def test_a_page_instead_of_an_explanation_is_no_explanation():
    error = SourceError("google-refused", status=418, reason=refusals._said("<html>tea</html>"))
    assert messages.error(Language.RU, error)[0].endswith("(код 418): без объяснения.")


def test_googles_own_words_are_marked_as_a_quotation():
    error = SourceError("google-refused", status=400, reason=refusals._said("Bad  range"))
    assert messages.error(Language.RU, error)[0].endswith("(код 400): «Bad range».")
