from pathlib import Path

import pytest

from tests.history.nights import Nights


@pytest.fixture
def nights(tmp_path: Path) -> Nights:
    """Give a plan nobody has read yet."""
    return Nights(tmp_path)
