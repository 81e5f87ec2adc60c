"""Archives that may not be written to, or are none."""

from pathlib import Path

from corpus.archive.archive import Archive
from tests.archives import archive_of, article, nothing_may_be_written
from tests.bot.command_line import Cli, one_line


def test_an_archive_that_may_only_be_read_is_read(cli: Cli, open_folder: Path) -> None:
    archive_of(open_folder, article("x", "The lighthouse of Mustrahu burned.")).close()
    commands = (["ask", "lighthouse"], ["show", "x"], ["stats"])
    before = [cli(*command, "--archive", open_folder, "--json").json for command in commands]
    with nothing_may_be_written(open_folder):
        after = [cli(*command, "--archive", open_folder, "--json") for command in commands]
        refused = cli("remove", "x", "--archive", open_folder)
    assert [ran.code for ran in after] == [0, 0, 0], after
    assert after[0].json["quotes"] == before[0]["quotes"]
    assert after[1].json == before[1]
    assert after[2].json["index"]["fresh"]
    assert (refused.code, one_line(refused.err)) == (3, True)


def test_an_archive_that_may_only_be_read_is_read_while_and_after_others_write(
    cli: Cli, open_folder: Path
) -> None:
    archive_of(open_folder, article("x", "The lighthouse of Mustrahu burned.")).close()
    cli("ask", "lighthouse", "--archive", open_folder)
    with Archive(open_folder) as writer, writer.writing():
        writer.add([article("y", "The lighthouse keeper slept.")])
        with nothing_may_be_written(open_folder):
            during = cli("ask", "lighthouse", "--archive", open_folder, "--json")
    with nothing_may_be_written(open_folder):
        after = cli("ask", "lighthouse", "--archive", open_folder, "--json")
    for ran in (during, after):
        assert [quote["article"]["id"] for quote in ran.json["quotes"]] == ["x"]
        assert "still being taken in" in ran.err


def test_an_empty_file_is_no_archive_and_stays_empty(cli: Cli) -> None:
    file = cli.file("archive/archive.sqlite3", b"")
    for command in (["ask", "bridge"], ["stats"]):
        ran = cli(*command, "--archive", cli.archive)
        assert (ran.code, one_line(ran.err), "import" in ran.err) == (3, True, True)
    assert [path.name for path in cli.archive.iterdir()] == [file.name]
    assert file.stat().st_size == 0


def test_a_damaged_archive_is_one_line_and_exit_code_3(filled: Cli) -> None:
    (filled.archive / "archive.sqlite3").write_bytes(b"x" * 5000)
    ran = filled("ask", "bridge", "--archive", filled.archive)
    assert ran.code == 3
    assert one_line(ran.err)
