import json
import stat

from tests import golden, results
from tochka_sync.exports.json import write
from tochka_sync.messages import Language


def test_the_file_is_the_export_as_utf8(tmp_path):
    path = tmp_path / "plan.json"
    write(results.result(), Language.RU, path)
    golden.same("plan.json", path.read_text("utf-8"))
    assert list(json.loads(path.read_bytes())) == [
        "format_version", "plan", "source", "events", "unresolved", "skipped", "schools",
    ]  # fmt: skip


def test_the_data_does_not_depend_on_the_language(tmp_path):
    for language in Language:
        write(results.result(), language, tmp_path / language)
    assert (tmp_path / "ru").read_bytes() == (tmp_path / "en").read_bytes()


def test_a_file_with_contacts_is_for_its_owner(tmp_path):
    write(results.result()._replace(contacts=True), Language.RU, tmp_path / "plan.json")
    assert stat.S_IMODE((tmp_path / "plan.json").stat().st_mode) & 0o077 == 0
