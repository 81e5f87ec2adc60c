"""The `import` command."""

import json
import os
from pathlib import Path

import pytest

from corpus.archive.archive import Archive
from tests.archives import without_rights
from tests.bot.command_line import TEXT, Cli, one_line


def test_a_text_export_becomes_an_article(filled: Cli) -> None:
    answer = filled("ask", "bridge Vilka", "--archive", filled.archive, "--json").json
    (quote,) = answer["quotes"]
    shown = filled("show", quote["article"]["id"], "--archive", filled.archive, "--json").json
    assert shown["title"] == "Bridge opens at last in Šilagiris"
    assert shown["published"] == "2021-03-14T17:30:00+02:00"
    assert (shown["source"], shown["agency"]) == ("Nemunas Herald", "RBE/RN")
    assert shown["paragraphs"] == [
        "The bridge over the Vilka opened to traffic on Saturday after nine years.",
        "Mayor Rūta Kalnienė, 58, cut the ribbon.",
    ]


def test_importing_the_same_again_changes_nothing_and_says_so(filled: Cli) -> None:
    before = Archive(filled.archive)
    seq = before.last_seq()
    before.close()
    ran = filled("import", filled.folder / "bridge.txt", "--archive", filled.archive,
                 "--source", "Nemunas Herald", "--timezone", "Europe/Vilnius")  # fmt: skip
    assert "nothing changed" in ran.out
    after = Archive(filled.archive)
    assert after.last_seq() == seq
    after.close()


def test_what_cannot_be_read_is_listed_and_the_rest_is_imported(cli: Cli) -> None:
    good = {"title": "T", "text": "The ferry stopped.", "published": "2021-01-01", "source": "S"}
    cli.file(
        "in/mixed.jsonl",
        json.dumps(good).encode()
        + b'\n{"broken\n\xff\xfe\n'
        + json.dumps({**good, "title": 5}).encode(),
    )
    cli.file("in/notes.docx", b"PK\x03\x04")
    report = cli.folder / "report.jsonl"
    ran = cli("import", cli.folder / "in", "--archive", cli.archive, "--report", report)
    assert ran.code == 1
    assert "1 new article" in ran.out
    rejected = [json.loads(line) for line in report.read_text("utf-8").splitlines()]
    assert [(Path(r["file"]).name, r["line"]) for r in rejected] == [
        ("mixed.jsonl", 2),
        ("mixed.jsonl", 3),
        ("mixed.jsonl", 4),
        ("notes.docx", None),
    ]
    assert all(r["reason"] and one_line(r["reason"]) for r in rejected)
    assert "mixed.jsonl:2" in ran.err


DUMP = "".join(
    json.dumps({"body": f"The ferry stopped {n} times.", "date": date, "n": n}) + "\n"
    for n, date in enumerate(["26-FEB-1987 15:01:01.79"] * 1000 + ["soon", "later"])
)


def test_a_thousand_rejections_for_one_reason_are_one_line_with_what_the_lines_have(
    cli: Cli,
) -> None:
    file = cli.file("dump.jsonl", DUMP)
    ran = cli("import", file, "--archive", cli.archive)
    assert ran.code == 1
    (told,) = (line for line in ran.err.splitlines() if line.startswith("rejected "))
    assert f"{file}:1, {file}:2, {file}:3 and 999 more: " in told
    assert told.endswith(
        'no "published" and no "text"; the line has body, date, n; '
        "give --map published=date,text=body"
    )


def test_other_tools_fields_are_taken_by_their_names(cli: Cli) -> None:
    file = cli.file("dump.jsonl", DUMP)
    ran = cli("import", file, "--archive", cli.archive, "--map", "published=date,text=body",
              "--map", "id=n,title=headline", "--timezone", "Europe/Vilnius")  # fmt: skip
    assert "1,000 new articles" in ran.out
    told = [line for line in ran.err.splitlines() if line.startswith("rejected ")]
    assert told == [
        f"rejected {file}:1001, {file}:1002: published: not a date: 'soon'",
        f'rejected {file}: no line has "headline", which is to be its title',
    ]
    shown = cli("ask", "ferry stopped 7 times", "--archive", cli.archive, "--json").json
    assert shown["quotes"][0]["article"]["published"] == "1987-02-26T15:01:01.790000+03:00"


def test_a_map_that_names_no_field_is_refused_before_anything_is_made(cli: Cli) -> None:
    file = cli.file("dump.jsonl", DUMP)
    for wrong in ("body=text", "text", "text=", "=body"):
        ran = cli("import", file, "--archive", cli.archive, "--map", wrong)
        assert (ran.code, one_line(ran.err), "--map: " in ran.err) == (2, True, True)
    assert "did you mean text=body?" in cli("import", file, "--map", "body=text").err
    assert not cli.archive.exists()


def test_a_report_never_takes_the_place_of_an_input(cli: Cli) -> None:
    file = cli.file("in/bridge.txt", TEXT)
    (cli.folder / "linked").symlink_to(file)
    names = ["in/bridge.txt", "linked", "in/new.jsonl"]
    for report in names:
        ran = cli("import", cli.folder / "in", "--archive", cli.archive, "--report",
                  cli.folder / report)  # fmt: skip
        assert (ran.code, one_line(ran.err), "--report" in ran.err) == (2, True, True)
    assert file.read_text("utf-8") == TEXT
    assert not (cli.folder / "in/new.jsonl").exists()


def test_file_names_may_be_any_bytes(cli: Cli) -> None:
    (cli.folder / "in").mkdir()
    for name in (b"in/\xff.docx", b"in/a\nb.docx"):
        Path(os.fsdecode(os.fsencode(cli.folder) + b"/" + name)).touch()
    report = cli.folder / "report.jsonl"
    ran = cli("import", cli.folder / "in", "--archive", cli.archive, "--report", report)
    assert ran.code == 1
    (told,) = (line for line in ran.err.splitlines() if line.startswith("rejected "))
    assert told.count(".docx") == 2
    names = [json.loads(line)["file"] for line in report.read_text("utf-8").splitlines()]
    assert [Path(name).name for name in names] == ["a\nb.docx", "\ufffd.docx"]


def test_folders_behind_links_are_read_once(cli: Cli) -> None:
    cli.file("elsewhere/bridge.txt", TEXT)
    (cli.folder / "in/deep").mkdir(parents=True)
    (cli.folder / "in/deep/loop").symlink_to(cli.folder / "in")
    (cli.folder / "in/link").symlink_to(cli.folder / "elsewhere")
    (cli.folder / "in/other").symlink_to(cli.folder / "elsewhere")
    ran = cli("import", cli.folder / "in", "--archive", cli.archive, "--source", "S")
    assert ran.code == 0
    assert "1 new article, 0 changed, 0 as before" in ran.out


def test_a_file_that_may_not_be_read_is_listed_and_the_rest_imported(
    cli: Cli, open_folder: Path
) -> None:
    open_folder.mkdir(mode=0o777)
    open_folder.chmod(0o777)
    files = [open_folder / "closed.jsonl", open_folder / "open.txt"]
    files[0].touch(mode=0)
    files[1].write_text(TEXT, "utf-8")
    archive = open_folder / "archive"
    cli("import", files[1], "--archive", cli.archive)  # Python's own modules may be closed too
    with without_rights():
        ran = cli("import", *files, "--archive", archive, "--source", "S")
    assert (ran.code, "1 new article" in ran.out) == (1, True)
    assert "closed.jsonl: cannot be read: Permission denied" in ran.err


def test_a_name_that_no_outlet_can_have_is_refused_before_anything_is_made(cli: Cli) -> None:
    file = cli.file("bridge.txt", TEXT)
    ran = cli("import", file, "--archive", cli.archive, "--source", "x" * 300)
    assert (ran.code, one_line(ran.err)) == (2, True)
    assert "--source cannot be used" in ran.err
    assert not cli.archive.exists()


def test_a_time_of_no_known_zone_asks_for_a_zone_only_where_none_was_given(cli: Cli) -> None:
    rows = [
        {"title": f"T{n}", "text": "It rained.", "published": date, "source": "S"}
        for n, date in enumerate(("2021-07-01 17:30", "2021-07-01 17:30 BST"))
    ]
    file = cli.lines("a.jsonl", *rows)
    ran = cli("import", file, "--archive", cli.archive)
    assert "2 with a time but no zone" in ran.err
    ran = cli("import", file, "--archive", cli.archive, "--timezone", "Europe/Vilnius")
    assert "1 with a time in a zone whose name may mean several" in ran.err
    assert "--timezone" not in ran.err
    assert "Importing the same again" not in ran.err


@pytest.mark.parametrize("is_set", [False, True])
def test_what_takes_an_import_back_names_the_archive_unless_it_is_the_usual_one(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, is_set: bool
) -> None:
    folder = cli.folder / "my archive"
    if is_set:
        monkeypatch.setenv("BACKISSUE_ARCHIVE", str(folder))
    ran = cli("import", cli.file("bridge.txt", TEXT), "--archive", folder)
    named = "" if is_set else f" --archive '{folder}'"
    assert f"backissue import --undo 1{named}\n" in ran.out
