"""No test sees the settings, archives or history of the person who runs it."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.opensearch.jars import missing
from tests.opensearch.sharing import shared_node

# A busy machine is no reason to fail. What was loaded before, as the mutation run does, stays.
settings.register_profile(
    "unhurried",
    parent=settings(),
    deadline=None,
    suppress_health_check=[*settings().suppress_health_check, HealthCheck.too_slow],
)
settings.load_profile("unhurried")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home of the test's own."""
    for name in list(os.environ):
        if name.startswith("BACKISSUE_"):
            monkeypatch.delenv(name)
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(folder))
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(folder / name.lower()))
    return folder


@pytest.fixture(scope="session")
def search_node(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[str]:
    """The address of a real OpenSearch. Where there can be none, tests are skipped, not in CI."""
    if (reason := missing()) is not None:
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    mine = tmp_path_factory.getbasetemp()
    with shared_node(mine.parent if hasattr(request.config, "workerinput") else mine) as address:
        yield address


@pytest.fixture
def open_folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """One that every user may enter, with the settings, unlike those of pytest."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        Path(folder, "config.toml").touch()
        monkeypatch.setenv("BACKISSUE_CONFIG", f"{folder}/config.toml")
        yield Path(folder, "archive")
