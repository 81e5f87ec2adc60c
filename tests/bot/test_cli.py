import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest

from bot.cli.main import main
from corpus.archive.archive import Archive
from tests.archives import archive_of, article, nothing_may_be_written, without_rights

TEXT = """2021.03.14 17:30

Bridge opens at last in Šilagiris

RBE/RN2021.03.14 17:30

The bridge over the Vilka opened to traffic on Saturday after nine years.

Read more: Nine years of waiting

Mayor Rūta Kalnienė, 58, cut the ribbon.

This story originally appeared on RBE/RN, partners of Nemunas Herald.
"""


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Cli:
    """The command line, called in this process."""

    def __init__(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, folder: Path
    ) -> None:
        self._capsys = capsys
        self._monkeypatch = monkeypatch
        self.folder = folder
        self.archive = folder / "archive"

    def __call__(self, *arguments: str | Path, stdin: bytes = b"") -> Ran:
        self._monkeypatch.setattr(sys, "argv", ["backissue", *map(str, arguments)])
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
        with pytest.raises(SystemExit) as left:
            main()
        captured = self._capsys.readouterr()
        assert isinstance(left.value.code, int)
        return Ran(left.value.code, captured.out, captured.err)

    def file(self, name: str, content: str | bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def lines(self, name: str, *values: object) -> Path:
        return self.file(name, "".join(json.dumps(value) + "\n" for value in values))


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Cli:
    return Cli(capsys, monkeypatch, tmp_path)


@pytest.fixture
def filled(cli: Cli) -> Cli:
    """With an archive of one article, imported as a keeper would."""
    file = cli.file("bridge.txt", TEXT)
    ran = cli("import", file, "--archive", cli.archive, "--source", "Nemunas Herald",
              "--timezone", "Europe/Vilnius")  # fmt: skip
    assert ran.code == 0, ran.err
    return cli


def one_line(text: str) -> bool:
    return len(text.splitlines()) == 1


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


def test_the_json_of_an_answer_is_the_contract(filled: Cli) -> None:
    ran = filled("ask", "How old is Kalniene?", "--archive", filled.archive, "--json",
                 "--asked-at", "2022-01-01T12:00:00+02:00", "--since", "2021",
                 "--until", "2021-03", "--source", "nemunas")  # fmt: skip
    assert ran.code == 0
    answer = ran.json
    assert list(answer) == ["question", "asked_at", "understood", "engine", "strength",
                            "confidence", "total", "took_ms", "suggestions", "notes",
                            "quotes"]  # fmt: skip
    assert answer["asked_at"] == "2022-01-01T12:00:00+02:00"
    assert answer["understood"] == {
        "terms": ["kalnien"],
        "phrases": [],
        "excluded": [],
        "since": "2021-01-01",
        "until": "2021-03-31",
        "sources": ["Nemunas Herald"],
    }
    (quote,) = answer["quotes"]
    assert list(quote) == ["rank", "score", "text", "highlights", "paragraph", "article", "copies"]
    paragraph = quote["paragraph"]
    assert quote["text"] == paragraph["text"][paragraph["start"] : paragraph["end"]]
    assert [quote["text"][a:b] for a, b in quote["highlights"]] == ["Kalnienė"]
    assert list(quote["article"]) == ["id", "title", "published", "updated", "source", "agency",
                                      "authors", "url", "link"]  # fmt: skip


def test_nothing_found_is_exit_code_1_and_an_honest_line(filled: Cli) -> None:
    ran = filled("ask", "Who won the hockey final?", "--archive", filled.archive)
    assert ran.code == 1
    assert ran.out == "Nothing in this archive answers that.\n"


def test_a_piped_answer_is_plain_and_unwrapped(filled: Cli) -> None:
    ran = filled("ask", "bridge Vilka traffic", "--archive", filled.archive)
    assert "\x1b" not in ran.out
    assert "“The bridge over the Vilka opened to traffic on Saturday after nine years.”" in ran.out
    assert "Sun 14 Mar 2021, 17:30 (UTC+2) · Nemunas Herald · RBE/RN" in ran.out


def test_an_explanation_shows_terms_and_scores(filled: Cli) -> None:
    ran = filled("ask", "bridge Vilka", "--archive", filled.archive, "--explain")
    assert "bridg" in ran.out
    assert "headline" in ran.out


def test_many_questions_are_answered_in_order_with_their_ids(filled: Cli) -> None:
    questions = [
        b"bridge Vilka",
        b"",
        b'{"question": "Kalnien\xc4\x97", "id": "q7", "asked_at": "2022-01-01"}',
        b'{"broken": ',
        b"\xff\xfe bridge",
        b'{"question": "x", "asked_at": "soon"}',
        b"the of and",
    ]
    ran = filled("ask", "-", "--json", "--archive", filled.archive, stdin=b"\n".join(questions))
    answers = [json.loads(line) for line in ran.out.splitlines()]
    assert [answer.get("id") for answer in answers] == [None, "q7", None, None, None, None]
    assert ["error" in answer for answer in answers] == [False, False, True, False, True, False]
    assert answers[1]["asked_at"].startswith("2022-01-01T00:00")
    assert answers[-1]["strength"] == "none"
    assert ran.code == 1


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
        + json.dumps({**good, "id": 5}).encode(),
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


def test_an_article_without_a_headline_is_shown_by_its_first_words(cli: Cli) -> None:
    file = cli.lines("a.jsonl", {"title": None, "text": "The ferry to Rusnelė stopped on Monday.",
                                 "published": "2021-01-01", "source": "S"})  # fmt: skip
    assert cli("import", file, "--archive", cli.archive).code == 0
    assert (
        "1. The ferry to Rusnelė stopped on Monday."
        in cli("ask", "ferry Rusnele", "--archive", cli.archive).out
    )


def test_stats_count_what_is_there(filled: Cli) -> None:
    stats = filled("stats", "--archive", filled.archive, "--json").json
    assert list(stats) == ["articles", "paragraphs", "sources", "first", "last", "bytes", "index"]
    assert (stats["articles"], stats["paragraphs"]) == (1, 2)
    assert stats["sources"] == {"Nemunas Herald": 1}
    assert stats["first"] == stats["last"] == "2021-03-14T17:30:00+02:00"
    assert stats["index"] == {"engine": "tantivy", "fresh": True, "paragraphs": 2}
    assert "Nemunas Herald" in filled("stats", "--archive", filled.archive).out


def test_a_removed_article_answers_no_more(filled: Cli) -> None:
    found = filled("ask", "bridge", "--archive", filled.archive, "--json").json
    article_id = found["quotes"][0]["article"]["id"]
    assert filled("remove", article_id, "--archive", filled.archive).code == 0
    assert filled("ask", "bridge", "--archive", filled.archive).code == 1
    assert filled("show", article_id, "--archive", filled.archive).code == 1
    assert filled("remove", article_id, "--archive", filled.archive).code == 1


def test_an_index_built_anew_answers_the_same(filled: Cli) -> None:
    before = filled("ask", "bridge", "--archive", filled.archive, "--json").json["quotes"]
    ran = filled("reindex", "--archive", filled.archive)
    assert "Indexed 2 paragraphs" in ran.out
    assert filled("ask", "bridge", "--archive", filled.archive, "--json").json["quotes"] == before


def test_both_engines_quote_the_same(filled: Cli) -> None:
    texts = [
        filled("ask", "bridge Vilka", "--archive", filled.archive, "--engine", name, "--json").json
        for name in ("tantivy", "rank-bm25")
    ]
    assert [answer["engine"] for answer in texts] == ["tantivy", "rank-bm25"]
    assert len({answer["quotes"][0]["text"] for answer in texts}) == 1


def test_without_an_archive_the_sample_answers_and_says_so(cli: Cli) -> None:
    ran = cli("ask", "What was the first vehicle over the new bridge?", "--json")
    assert ran.code == 0
    assert "sample" in ran.err
    assert "ice cream" in ran.json["quotes"][0]["text"]


def test_a_named_archive_that_is_missing_is_exit_code_3(cli: Cli) -> None:
    ran = cli("ask", "bridge", "--archive", cli.folder / "nowhere")
    assert (ran.code, ran.out) == (3, "")
    assert one_line(ran.err)
    assert "backissue import" in ran.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["ask"],
        ["ask", "bridge", "--limit", "0"],
        ["ask", "bridge", "--archive", ""],
        ["import", ""],
        ["ask", "bridge", "--limit", "many"],
        ["ask", "bridge", "--engine", "xapian"],
        ["ask", "bridge", "--asked-at", "soon"],
        ["ask", "bridge", "--since", "2021-13"],
        ["ask", "bridge", "--since", "2022", "--until", "2021"],
        ["ask", "bridge", "--source", "No Such Paper"],
        ["ask", "bridge", "--no-such-option"],
        ["import"],
        ["import", "no-such-file.txt"],
        ["import", ".", "--timezone", "Mars/Olympus"],
        ["frobnicate"],
    ],
)
def test_wrong_usage_is_one_line_and_exit_code_2(cli: Cli, arguments: Sequence[str]) -> None:
    ran = cli(*arguments)
    assert ran.code == 2
    assert ran.out == ""
    assert one_line(ran.err.replace(SAMPLE_LINE, "")), ran.err


def test_wrong_usage_names_what_was_wrong(cli: Cli) -> None:
    assert "--limit" in cli("ask", "bridge", "--limit", "0").err


def test_a_question_need_not_be_quoted(cli: Cli) -> None:
    whole = cli("ask", "What did the new bridge cost?", "--json").json
    parts = cli("ask", "What", "did", "the", "new", "bridge", "cost?", "--json").json
    assert parts["question"] == whole["question"]
    assert parts["quotes"] == whole["quotes"]


def test_an_empty_archive_says_so(cli: Cli) -> None:
    assert cli("import", cli.file("notes.md", "# nothing")).code == 1
    ran = cli("ask", "bridge")
    assert ran.code == 1
    assert "is empty" in ran.err


SAMPLE_LINE = (
    "No archive yet: this is the bundled sample of invented articles. "
    "Make your own with: backissue import PATH\n"
)


@pytest.mark.parametrize(
    ("name", "value"),
    [("BACKISSUE_ENGINE", "xapian"), ("BACKISSUE_TIMEZONE", "Mars/Olympus")],
)
def test_a_wrong_setting_is_named_in_one_line(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    ran = cli("ask", "bridge")
    assert ran.code == 2
    assert one_line(ran.err)
    assert name in ran.err


def test_settings_come_from_a_toml_file(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    archive_of(tmp_path / "set", article("x", "The lighthouse of Mustrahu burned.")).close()
    file = cli.file("config.toml", f'archive = "{tmp_path / "set"}"\nengine = "rank-bm25"\n')
    monkeypatch.setenv("BACKISSUE_CONFIG", str(file))
    answer = cli("ask", "lighthouse", "--json").json
    assert (answer["engine"], answer["quotes"][0]["article"]["id"]) == ("rank-bm25", "x")


def test_a_broken_toml_file_is_one_line(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKISSUE_CONFIG", str(cli.file("config.toml", "engine = ")))
    ran = cli("ask", "bridge")
    assert ran.code == 2
    assert one_line(ran.err)


def test_a_damaged_archive_is_one_line_and_exit_code_3(filled: Cli) -> None:
    (filled.archive / "archive.sqlite3").write_bytes(b"x" * 5000)
    ran = filled("ask", "bridge", "--archive", filled.archive)
    assert ran.code == 3
    assert one_line(ran.err)


def test_evaluation_measures_and_writes_a_run(filled: Cli) -> None:
    found = filled("ask", "bridge", "--archive", filled.archive, "--json").json
    article_id = found["quotes"][0]["article"]["id"]
    judged = cli_judged(filled, article_id)
    run = filled.folder / "run.txt"
    ran = filled("evaluate", judged, "--archive", filled.archive, "--json", "--run", run)
    measures = ran.json
    assert measures["questions"] == 3
    assert measures["article@1"] == pytest.approx(0.5)
    assert measures["answer_in_quote@1"] == pytest.approx(0.5)
    assert measures["fidelity"] == 1.0
    assert measures["strengths"]["unanswerable"] == {"strong": 0, "weak": 0, "none": 1}
    assert run.read_text("utf-8").split()[:4] == ["one", "Q0", article_id, "1"]
    assert "article@1" in filled("evaluate", judged, "--archive", filled.archive).out


def cli_judged(cli: Cli, article_id: str) -> Path:
    return cli.lines(
        "judged.jsonl",
        {
            "id": "one",
            "question": "How old is Kalniene?",
            "articles": [article_id],
            "answers": ["58"],
        },
        {"id": "two", "question": "ferry timetable", "articles": [article_id], "answers": ["noon"]},
        {"id": "three", "question": "Who won the hockey final?", "answerable": False},
    )


@pytest.mark.parametrize("content", ["", "\n", '{"question": 5}\n', "not json\n"])
def test_judged_questions_that_cannot_be_read_are_one_line(filled: Cli, content: str) -> None:
    ran = filled("evaluate", filled.file("j.jsonl", content), "--archive", filled.archive)
    assert ran.code == 2
    assert one_line(ran.err)


def test_the_program_is_installed_under_its_name(home: Path) -> None:
    script = Path(sys.executable).with_name("backissue")
    ran = subprocess.run([script, "--help"], capture_output=True, text=True, check=False)
    assert ran.returncode == 0
    for command in ("import", "ask", "shell", "serve", "evaluate", "stats", "show", "remove"):
        assert command in ran.stdout


def test_a_reader_that_closes_the_pipe_is_no_error(home: Path) -> None:
    script = Path(sys.executable).with_name("backissue")
    ran = subprocess.run(
        ["/bin/sh", "-c", f"yes bridge | head -2000 | {script} ask - --json | head -1"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ},
    )
    assert "Traceback" not in ran.stderr
    assert "BrokenPipe" not in ran.stderr


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


def test_asking_while_an_import_holds_the_archive_answers_at_once(filled: Cli) -> None:
    with Archive(filled.archive) as writer, writer.writing():
        writer.add([article("y", "The bridge over the Vilka closed.")])
        started = perf_counter()
        ran = filled("ask", "bridge Vilka", "--archive", filled.archive)
        assert perf_counter() - started < 2
    assert ran.code == 0
    assert "opened to traffic" in ran.out
    assert ran.err == "The newest articles are still being taken in.\n"


def test_an_empty_file_is_no_archive_and_stays_empty(cli: Cli) -> None:
    file = cli.file("archive/archive.sqlite3", b"")
    for command in (["ask", "bridge"], ["stats"]):
        ran = cli(*command, "--archive", cli.archive)
        assert (ran.code, one_line(ran.err), "import" in ran.err) == (3, True, True)
    assert [path.name for path in cli.archive.iterdir()] == [file.name]
    assert file.stat().st_size == 0


SCRIPT = Path(sys.executable).with_name("backissue")


def run_in_shell(command: str, **environment: str) -> Ran:
    ran = subprocess.run(
        ["/bin/bash", "-c", command.replace("backissue", str(SCRIPT))],
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )
    return Ran(ran.returncode, ran.stdout.decode("utf-8"), ran.stderr.decode("utf-8", "replace"))


ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@pytest.mark.parametrize("environment", [ASCII, {"PYTHONIOENCODING": "latin-1"}])
def test_json_is_utf_8_in_every_locale(home: Path, environment: dict[str, str]) -> None:
    ran = run_in_shell("backissue ask 'Kalnienė' --json", **environment)
    assert ran.json["question"] == "Kalnienė"
    assert "Kalnienė" in ran.json["quotes"][0]["text"]


def test_what_a_terminal_cannot_show_is_replaced(home: Path) -> None:
    ran = run_in_shell("backissue ask 'Kalnienė'", **ASCII)
    assert (ran.code, "Kalnien?" in ran.out) == (0, True)


def test_bytes_that_are_no_text_are_cleaned_in_arguments(home: Path) -> None:
    assert run_in_shell("backissue ask $'br\\xffidge' --json").json["question"] == "br\ufffdidge"
    assert "br\ufffdidge" in run_in_shell("backissue show $'br\\xffidge'").err


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        ("backissue ask bridge > /dev/full", 3, "No space left"),
        ("backissue stats --json > /dev/full", 3, "No space left"),
        ("backissue ask - <&-", 2, "standard input"),
    ],
)
def test_a_stream_that_cannot_be_used_is_one_line(
    home: Path, command: str, code: int, said: str
) -> None:
    ran = run_in_shell(command)
    assert ran.code == code
    assert one_line(ran.err.replace(SAMPLE_LINE, ""))
    assert said in ran.err


def test_ctrl_c_says_that_it_stopped(filled: Cli) -> None:
    command = [str(SCRIPT), "ask", "-", "--json", "--archive", str(filled.archive)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write("bridge\n")
        process.stdin.flush()
        assert process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, said = process.communicate()
    assert (process.returncode, one_line(said)) == (130, True)
    assert "stopped" in said


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
    assert len([line for line in ran.err.splitlines() if line.startswith("rejected ")]) == 2
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
    with without_rights():
        ran = cli("import", *files, "--archive", archive, "--source", "S")
    assert (ran.code, "1 new article" in ran.out) == (1, True)
    assert "closed.jsonl: cannot be read: Permission denied" in ran.err


def test_settings_that_may_not_be_read_are_one_line(
    cli: Cli, open_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = open_folder.parent / "closed.toml"
    file.touch(mode=0)
    monkeypatch.setenv("BACKISSUE_CONFIG", str(file))
    with without_rights():
        ran = cli("stats")
    assert "closed.toml cannot be read" in ran.err
    assert (ran.code, one_line(ran.err)) == (2, True)


def test_bad_lines_are_told_apart_from_answers(filled: Cli) -> None:
    lines = b'bridge Vilka\n{"question": "x", "asked_at": "soon", "id": "q1"}\n{"id": 7}\n'
    ran = filled("ask", "-", "--archive", filled.archive, stdin=lines)
    assert (ran.code, len(ran.err.splitlines())) == (1, 2)
    assert "error" not in ran.out
    ran = filled("ask", "-", "--json", "--archive", filled.archive, stdin=lines)
    answers = [json.loads(line) for line in ran.out.splitlines()]
    assert [answer.get("id") for answer in answers] == [None, "q1", 7]


def test_a_moment_without_a_zone_is_in_the_zone_that_is_set(
    filled: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BACKISSUE_TIMEZONE", "Asia/Tokyo")
    line = b'{"question": "bridge", "asked_at": "2022-01-01T12:00"}'
    ran = filled("ask", "-", "--json", "--archive", filled.archive, stdin=line)
    assert ran.json["asked_at"] == "2022-01-01T12:00:00+09:00"


def test_an_empty_setting_is_none(filled: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ARCHIVE", "ENGINE", "TIMEZONE", "CONFIG"):
        monkeypatch.setenv(f"BACKISSUE_{name}", "")
    assert "sample" in filled("ask", "bridge").err


def test_a_tilde_in_a_setting_is_the_home(
    filled: Cli, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "kept").symlink_to(filled.archive)
    monkeypatch.setenv("BACKISSUE_ARCHIVE", "~/kept")
    assert filled("stats", "--json").json["articles"] == 1


def test_settings_in_a_missing_file_are_refused(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKISSUE_CONFIG", str(cli.folder / "missing.toml"))
    ran = cli("stats")
    assert (ran.code, one_line(ran.err), "missing.toml" in ran.err) == (2, True, True)
