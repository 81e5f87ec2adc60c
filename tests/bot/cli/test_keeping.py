"""The commands `export`, `backup`, `restore` and `check`."""

import gzip
import json
from pathlib import Path

import pytest

from corpus.archive.archive import FILE_NAME, Archive
from tests.archives import archive_of, article
from tests.bot.command_line import TEXT, Cli, one_line, run_in_shell
from tests.damage import altered, flipped


def test_a_backup_restored_elsewhere_answers_the_same(filled: Cli, tmp_path: Path) -> None:
    backup, folder = tmp_path / "backup", tmp_path / "elsewhere"
    made = filled("backup", backup, "--archive", filled.archive)
    assert (made.code, made.err, "1 article (1 version), each verified" in made.out) == (
        0,
        "",
        True,
    )
    ran = filled("restore", backup, "--archive", folder)
    assert (ran.code, ran.err) == (0, "")
    assert "Restored 1 article" in ran.out
    assert "Indexed 2 paragraphs" in ran.out
    here, there = (
        filled("ask", "bridge", "--archive", place, "--json").json["quotes"]
        for place in (filled.archive, folder)
    )
    assert here
    assert here == there
    assert filled("check", "--archive", folder, "--json").json["index"]["state"] == "same"


def test_a_backup_made_while_another_process_imports_is_whole(cli: Cli, tmp_path: Path) -> None:
    """Its articles are all that were stored at one moment, batch by batch."""
    day = "2021-01-27"
    lines = [{"id": f"a{n}", "title": "T", "text": f"Ship {n} left. " * 9, "published": day}
             for n in range(2500)]  # fmt: skip
    file = cli.lines("ships.jsonl", *lines)
    archive = cli.archive
    archive_of(archive, article("x", "First.")).close()
    ran = run_in_shell(
        f"backissue import {file} --archive {archive} > /dev/null 2>&1 &"
        f" for n in 1 2 3; do backissue backup {tmp_path}/b$n --archive {archive} || exit 1; done;"
        " wait"
    )
    assert ran.code == 0, ran.err
    for n in (1, 2, 3):
        folder = tmp_path / f"r{n}"
        folder.mkdir()
        (tmp_path / f"b{n}").rename(folder / FILE_NAME)
        with Archive(folder) as copy:
            ids = [change.id for change in copy.changes_since(0)]
        assert ids == ["x", *(f"a{n}" for n in range(len(ids) - 1))]
        assert len(ids) % 500 == 1 or len(ids) == 2501


def test_a_file_is_replaced_only_where_that_is_said(filled: Cli, tmp_path: Path) -> None:
    file = tmp_path / "file"
    for command in ("backup", "export"):
        file.write_text("precious")
        refused = filled(command, file, "--archive", filled.archive)
        assert (refused.code, one_line(refused.err), file.read_text()) == (2, True, "precious")
        assert "--overwrite" in refused.err
        assert filled(command, file, "--archive", filled.archive, "--overwrite").code == 0
        assert file.read_bytes() != b"precious"


@pytest.mark.parametrize("command", ["backup", "export"])
def test_a_place_that_cannot_be_written_to_is_one_line(
    filled: Cli, tmp_path: Path, command: str
) -> None:
    for place in (tmp_path, tmp_path / "nowhere" / "file"):
        ran = filled(command, place, "--archive", filled.archive)
        assert (ran.code, one_line(ran.err), ran.out) == (2, True, "")


def test_a_folder_that_is_not_empty_is_not_restored_into(filled: Cli, tmp_path: Path) -> None:
    backup = tmp_path / "backup"
    filled("backup", backup, "--archive", filled.archive)
    (tmp_path / "used").mkdir()
    (tmp_path / "used" / "letter").touch()
    for folder in (filled.archive, tmp_path / "used", backup):
        ran = filled("restore", backup, "--archive", folder)
        assert (ran.code, one_line(ran.err), "not empty" in ran.err) == (2, True, True)
    missing = filled("restore", tmp_path / "no-backup", "--archive", tmp_path / "new")
    assert (missing.code, one_line(missing.err)) == (2, True)


def test_what_is_no_backup_is_said_to_be_none(filled: Cli, tmp_path: Path) -> None:
    export = tmp_path / "export.jsonl"
    filled("export", export, "--archive", filled.archive)
    ran = filled("restore", export, "--archive", tmp_path / "new")
    assert (ran.code, one_line(ran.err), "backissue import" in ran.err) == (3, True, True)
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("is_there", [True, False])
def test_a_damaged_backup_is_not_restored(filled: Cli, tmp_path: Path, is_there: bool) -> None:
    backup, folder = tmp_path / "backup", tmp_path / "elsewhere"
    if is_there:
        folder.mkdir()
    filled("backup", backup, "--archive", filled.archive)
    flipped(backup, backup.read_bytes().index(b"Vilka"), 0)
    ran = filled("restore", backup, "--archive", folder)
    assert (ran.code, one_line(ran.err), "damaged" in ran.err) == (3, True, True)
    assert list(folder.iterdir()) == [] if is_there else not folder.exists()
    forced = filled("restore", backup, "--archive", folder, "--even-damaged")
    assert (forced.code, "damaged: " in forced.out) == (1, True)
    asked = filled("ask", "bridge", "--archive", folder, "--json").json
    assert (asked["quotes"], len(asked["notes"])) == ([], 1)


def test_a_check_says_that_all_is_well(filled: Cli) -> None:
    ran = filled("check", "--archive", filled.archive)
    assert (ran.code, ran.err) == (0, "")
    assert "Checked 1 article (1 version, 2 paragraphs)" in ran.out
    assert "same articles and passages" in ran.out
    assert filled("check", "--archive", filled.archive, "--json").json == {
        "sound": True, "articles": 1, "versions": 1, "paragraphs": 2, "damaged": [], "faults": [],
        "index": {"engine": "tantivy", "state": "same", "paragraphs": 2, "missing": 0,
                  "surplus": 0},
    }  # fmt: skip


def test_a_check_names_what_is_damaged_and_importing_again_mends_it(filled: Cli) -> None:
    where = ("--archive", filled.archive)
    name = filled("ask", "bridge", *where, "--json").json["quotes"][0]["article"]["id"]
    altered(filled.archive, "UPDATE paragraph SET text = replace(text, 'nine', 'ten')")
    found = filled("check", *where, "--json")
    assert (found.code, found.json["sound"]) == (1, False)
    assert found.json["damaged"] == [{"id": name, "seq": 1, "newest": True}]
    told = filled("check", *where)
    assert (told.code, f"damaged: {name}\n" in told.out) == (1, True)
    assert filled("backup", filled.folder / "backup", *where).code == 3
    assert not (filled.folder / "backup").exists()
    filled("check", "--mend", *where)
    file = filled.file("bridge.txt", TEXT)
    again = (*where, "--source", "Nemunas Herald", "--timezone", "Europe/Vilnius")
    assert "1 changed" in filled("import", file, *again).out
    assert len(filled("ask", "bridge", *where, "--json").json["quotes"]) == 1
    shown = filled("check", *where)
    assert (shown.code, f"damaged: {name} (an older version)" in shown.out) == (1, True)


def test_an_index_that_holds_something_else_is_found(filled: Cli) -> None:
    with Archive(filled.archive) as archive, archive.writing():
        archive.add([article("later", "A later text.")])
    behind = filled("check", "--archive", filled.archive, "--json")
    assert (behind.code, behind.json["index"]["state"]) == (0, "behind")
    altered(filled.archive, "DELETE FROM current WHERE article = 'later'")
    altered(filled.archive, "DELETE FROM version WHERE article = 'later'")
    altered(filled.archive, "DELETE FROM paragraph WHERE number / 65536 = 2")
    assert filled("check", "--archive", filled.archive).code == 0
    altered(filled.archive, "UPDATE version SET paragraphs = 1 WHERE seq = 1")
    altered(filled.archive, "DELETE FROM paragraph WHERE number = 65537")
    different = filled("check", "--archive", filled.archive, "--json").json["index"]
    assert (different["state"], different["missing"], different["surplus"]) == ("different", 0, 1)


def test_what_is_exported_is_imported_again_and_nothing_changes(filled: Cli) -> None:
    file = filled.folder / "export.jsonl.gz"
    ran = filled("export", file, "--archive", filled.archive)
    assert (ran.code, ran.out, "Exported 1 article" in ran.err) == (0, "", True)
    (line,) = gzip.decompress(file.read_bytes()).decode().splitlines()
    assert json.loads(line)["source"] == "Nemunas Herald"
    again = filled("import", file, "--archive", filled.archive)
    assert "nothing changed" in again.out
    printed = filled("export", "-", "--archive", filled.archive)
    assert (printed.code, printed.out) == (0, line + "\n")
    none = filled("export", "-", "--archive", filled.archive, "--until", "2020")
    assert (none.code, none.out) == (0, "")
    assert filled("export", "-", "--archive", filled.archive, "--source", "Nobody").code == 2


@pytest.mark.parametrize(
    ("name", "is_known"), [("a.jsonl", True), ("a.json.gz", True), ("a.csv", False), ("a", False)]
)
def test_an_export_under_a_name_that_no_import_reads_as_one_says_so(
    filled: Cli, name: str, is_known: bool
) -> None:
    ran = filled("export", filled.folder / name, "--archive", filled.archive)
    assert ("a name that ends in .jsonl" in ran.err) is not is_known


def test_an_export_leaves_out_what_is_damaged_and_names_it(filled: Cli) -> None:
    altered(filled.archive, "UPDATE version SET title = 'x'")
    ran = filled("export", "-", "--archive", filled.archive)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("left out, as it is damaged: ")
