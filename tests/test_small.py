"""Files in a folder one may not enter: looking for them is no reason to crash."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tochka_sync import config, small
from tochka_sync.environment import Environment
from tochka_sync.errors import ConfigError, WriteError
from tochka_sync.history.store import Store

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")


@contextmanager
def barred(folder: Path) -> Iterator[None]:
    """Let nobody into a folder, not even root, who is somebody else meanwhile."""
    root = os.geteuid() == 0
    folder.chmod(0)
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
        folder.chmod(0o700)


def test_a_file_in_a_barred_folder_may_be_there_and_is_not_seen(tmp_path):
    (tmp_path / "file").touch()
    assert small.may_be(tmp_path / "file")
    assert small.is_seen(tmp_path / "file")
    assert not small.may_be(tmp_path / "none")
    assert not small.may_be(tmp_path / ("x" * 5000))
    with barred(tmp_path):
        assert small.may_be(tmp_path / "file")
        assert not small.is_seen(tmp_path / "file")


def test_settings_and_a_history_in_a_barred_folder_are_said_to_be_denied(tmp_path, monkeypatch):
    folder = tmp_path / "config"
    folder.mkdir()
    monkeypatch.chdir(tmp_path)
    with barred(folder):
        environment = Environment.read(folder)
        with pytest.raises(ConfigError) as settings:
            config.load(config.find(None, environment))
        with pytest.raises(WriteError) as history:
            Store.existing(folder / "history.sqlite")
    assert (settings.value.code, history.value.code) == ("config-unreadable", "history-denied")
