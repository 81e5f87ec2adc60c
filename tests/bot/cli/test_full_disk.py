"""On a full disk reading goes on, and what cannot be written says so and leaves nothing behind."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.archive.archive import Archive
from retrieval.index.index import Index
from tests.archives import archive_of, article
from tests.bot.command_line import Cli, one_line
from tests.disks import MIB, no_room_on, remounted, small_disk

TEXTS = [
    article(f"a{n}", f"The lighthouse of pier {n} burned. " + f"Keeper {n} slept. " * 60)
    for n in range(300)
]
READING = (
    ["ask", "lighthouse", "--json", "--asked-at", "2022-01-01"],
    ["said", "Keeper 7 slept", "--json"],
    ["show", "a7", "--json"],
    ["stats", "--json"],
    ["gaps", "--json"],
    ["check", "--json"],
    ["export", "-"],
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with its index, to be copied."""
    folder = tmp_path_factory.mktemp("made") / "archive"
    with archive_of(folder, *TEXTS) as archive:
        Index(archive, "tantivy").close()
    return folder


@pytest.fixture
def disk(tmp_path: Path, made: Path) -> Iterator[Path]:
    """With the archive on it, and its index."""
    with small_disk(tmp_path / "disk", 12 * MIB) as disk:
        shutil.copytree(made, disk / "archive")
        yield disk


@pytest.fixture
def where(disk: Path) -> tuple[str, Path]:
    return "--archive", disk / "archive"


def files(disk: Path) -> set[str]:
    """Those of the program, without SQLite's own beside its file, which may be empty."""
    names = {str(path.relative_to(disk)) for path in disk.rglob("*") if path.is_file()}
    return {name for name in names if not name.endswith(("-wal", "-shm", "filling"))}


def without_figures(out: str) -> str:
    """Without milliseconds, and without the bytes that SQLite's own files take."""
    return re.sub(r'"(took_ms|bytes)":[\d.]+', "", out)


def test_reading_goes_on_as_before(cli: Cli, disk: Path, where: tuple[str, Path]) -> None:
    before = [cli(*command, *where) for command in READING]
    with no_room_on(disk):
        during = [cli(*command, *where) for command in READING]
    assert [ran.code for ran in before] == [0] * len(READING)
    assert [(ran.code, without_figures(ran.out)) for ran in during] == [
        (0, without_figures(ran.out)) for ran in before
    ]


@pytest.mark.parametrize("left", [0, 60_000, 400_000])
def test_what_cannot_be_written_says_that_the_disk_is_full(
    cli: Cli, disk: Path, where: tuple[str, Path], left: int
) -> None:
    common = {"title": "Ship", "published": "2021-01-27", "text": "It sailed. " * 200}
    lines = cli.lines("more.jsonl", *({**common, "id": f"b{n}"} for n in range(600)))
    before = files(disk)
    with no_room_on(disk, left=left):
        for command, file in (
            ("backup", disk / "backup"),
            ("export", disk / "export.jsonl"),
            ("import", lines),
        ):
            ran = cli(command, file, *where)
            assert (ran.code, one_line(ran.err)) == (3, True), ran.err
            assert "the disk is full" in ran.err
        assert cli("ask", "lighthouse", *where).code == 0
        assert files(disk) == before
    assert cli("import", lines, *where).code == 0
    assert cli("check", *where, "--json").json["index"]["state"] == "same"


@pytest.mark.parametrize("is_there", [True, False])
def test_an_index_that_finds_no_room_leaves_nothing_behind(
    cli: Cli, disk: Path, where: tuple[str, Path], is_there: bool
) -> None:
    if not is_there:
        shutil.rmtree(disk / "archive" / "index")
    before = {name for name in files(disk) if "/index/" in name}
    with no_room_on(disk, left=30_000):
        ran = cli("reindex", *where)
        assert (ran.code, one_line(ran.err), "the disk is full" in ran.err) == (3, True, True)
        assert {name for name in files(disk) if "/index/" in name} == before
        assert cli("ask", "lighthouse", *where).code == (0 if is_there else 3)
    assert cli("ask", "lighthouse", *where).code == 0


def test_an_index_that_is_behind_answers_from_what_it_has(
    cli: Cli, disk: Path, where: tuple[str, Path]
) -> None:
    with Archive(disk / "archive") as archive, archive.writing():
        archive.add([article(f"c{n}", f"Lanterns {n}. " * 300) for n in range(300)])
    for left in (0, 30_000):
        with no_room_on(disk, left=left):
            ran = cli("ask", "lighthouse", *where, "--json")
            assert (ran.code, len(ran.json["quotes"])) == (0, 3)
            assert "still being taken in" in ran.err
    assert cli("ask", "lanterns", *where).code == 0


def test_a_disk_that_may_only_be_read_is_read(
    cli: Cli, disk: Path, where: tuple[str, Path], tmp_path: Path
) -> None:
    remounted(disk, "ro")
    assert [cli(*command, *where).code for command in READING] == [0] * len(READING)
    assert cli("backup", tmp_path / "backup", *where).code == 0
    refused = cli("remove", "a7", *where)
    assert (refused.code, one_line(refused.err)) == (3, True)
    remounted(disk, "rw")
