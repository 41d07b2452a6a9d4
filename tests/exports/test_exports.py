from pathlib import Path

import pytest

from tochka_sync.errors import ConfigError
from tochka_sync.exports import WRITERS, ExportFormat


def test_every_format_has_a_writer():
    assert set(WRITERS) == set(ExportFormat)


def test_the_suffix_names_the_format_in_any_case():
    assert ExportFormat.of(Path("a/план.XLSX")) is ExportFormat.XLSX


@pytest.mark.parametrize("name", ["plan", "plan.xls", "plan.json.gz", ".csv"])
def test_any_other_name_is_refused(name):
    with pytest.raises(ConfigError) as stopped:
        ExportFormat.of(Path(name))
    assert stopped.value.code == "export-unknown"
