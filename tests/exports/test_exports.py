import pytest

from tochka_sync.errors import ConfigError
from tochka_sync.exports import WRITERS, ExportFormat


def test_every_format_has_a_writer():
    assert set(WRITERS) == set(ExportFormat)


def test_the_suffix_names_the_format_in_any_case():
    assert ExportFormat.of("a/план.XLSX") is ExportFormat.XLSX


def test_a_folder_is_named_by_a_slash_or_by_being_there(tmp_path):
    assert ExportFormat.of("plan/") is ExportFormat.PACKAGE
    assert ExportFormat.of("plan.csv/") is ExportFormat.PACKAGE
    assert ExportFormat.of(str(tmp_path)) is ExportFormat.PACKAGE


def test_a_file_s_name_wins_over_a_folder_that_has_it(tmp_path):
    (tmp_path / "plan.csv").mkdir()
    assert ExportFormat.of(str(tmp_path / "plan.csv")) is ExportFormat.CSV


@pytest.mark.parametrize("name", ["plan", "plan.xls", "plan.json.gz", ".csv", ""])
def test_any_other_name_is_refused(name):
    with pytest.raises(ConfigError) as stopped:
        ExportFormat.of(name)
    assert stopped.value.code == "export-unknown"
