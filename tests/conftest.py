"""What every test has: a stand-in for Google, no way to anything else, and all the time it takes."""

import socket
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests.google import Google
from tochka_sync import sources  # noqa: F401 - a user without a home has one from here on

# A busy machine makes an example slow, and no rule false.
settings.register_profile(
    "patient", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("patient")


@pytest.fixture
def google() -> Iterator[Google]:
    """Give a stand-in for Google, up for one test."""
    with Google() as running:
        yield running


@pytest.fixture(autouse=True)
def _only_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse to connect anywhere else."""
    connect = socket.socket.connect

    def connect_here(self: socket.socket, address: object) -> None:
        if isinstance(address, tuple) and address[0] not in {"127.0.0.1", "::1", "localhost"}:
            raise AssertionError(f"a test went to {address[0]}")
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", connect_here)
