import io
import json

from tests import golden, results
from tochka_sync.messages import Language
from tochka_sync.reports.json import write


def test_the_report_is_whole_json_with_sentences_in_the_readers_language():
    texts = {}
    for language in Language:
        out = io.StringIO()
        write(results.result(), language, out)
        texts[language] = json.loads(out.getvalue())["findings"][0]["message"]
    assert texts[Language.RU] != texts[Language.EN]


def test_the_report_is_what_it_was():
    out = io.StringIO()
    write(results.result(), Language.RU, out)
    golden.same("report.json", out.getvalue())
