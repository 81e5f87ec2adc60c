"""The commands `list` and `remove` by options, `import --undo` and `--again`."""

import pytest

from corpus.date_faults import DateFault
from tests.bot.command_line import Cli, one_line

ROW = {"title": "Ferry stops", "text": "The ferry stopped.", "published": "2021-03-14",
       "source": "Baltic Post"}  # fmt: skip


@pytest.fixture
def both(filled: Cli) -> Cli:
    """The bridge of the Nemunas Herald as run 1, three ferries of the Baltic Post as run 2."""
    rows = [
        {**ROW, "id": f"f{n}", "published": day, "text": f"Ferry {n} stopped."}
        for n, day in enumerate(("2021-03-13", "2021-03-14", "2997-01-01"))
    ]
    filled("import", filled.lines("ferries.jsonl", *rows), "--archive", filled.archive)
    return filled


def listed(cli: Cli, *options: str) -> list[str]:
    found = cli("list", *options, "--archive", cli.archive, "--json").json
    assert found["total"] >= len(found["articles"])
    return [each["title"] if each["id"][0] != "f" else each["id"] for each in found["articles"]]


BRIDGE = "Bridge opens at last in Šilagiris"


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ([], ["f2", "f1", "f0", BRIDGE]),
        (["--source", "baltic post"], ["f2", "f1", "f0"]),
        (["--source", "rbe/rn"], [BRIDGE]),
        (["--title", "SILAGIRIS"], [BRIDGE]),
        (["--since", "2021-03-14", "--until", "2021-03-14"], ["f1", BRIDGE]),
        (["--run", "2", "--limit", "2"], ["f2", "f1"]),
        (["--fault", "future"], ["f2"]),
        (["--source", "Nobody"], []),
    ],
)
def test_articles_are_listed_by_what_is_asked(
    both: Cli, options: list[str], found: list[str]
) -> None:
    assert listed(both, *options) == found


def test_a_list_tells_where_an_article_came_from_and_what_is_odd(both: Cli) -> None:
    out = both("list", "--archive", both.archive).out
    assert str(both.folder / "ferries.jsonl") in out
    assert "run 2" in out
    assert "published in the future (future)" in out
    for options, words in (
        (("--source", "Nobody"), "no article"),
        (("--runs", "--run", "9"), "no"),
    ):
        none = both("list", *options, "--archive", both.archive)
        assert (none.code, none.out, one_line(none.err), words in none.err) == (1, "", True, True)


@pytest.mark.parametrize("command", [("list",), ("remove", "--dry-run")])
def test_a_fault_that_there_is_not_is_wrong_and_those_there_are_are_named(
    both: Cli, command: tuple[str, ...]
) -> None:
    ran = both(*command, "--fault", "zzz", "--archive", both.archive)
    assert (ran.code, ran.out, one_line(ran.err)) == (2, "", True)
    assert all(fault in ran.err for fault in DateFault)
    assert both("stats", "--archive", both.archive, "--json").json["date_faults"] == {
        "far": 1,
        "future": 1,
    }
    assert "--fault future" in both("stats", "--archive", both.archive).out


def test_runs_are_listed_with_what_was_given_to_them(both: Cli) -> None:
    first, second = reversed(
        both("list", "--runs", "--archive", both.archive, "--json").json["runs"]
    )
    assert first["given"][1:] == ["--source", "Nemunas Herald", "--timezone", "Europe/Vilnius"]
    assert (second["run"], second["kind"], second["new"]) == (2, "import", 3)
    assert first["ended"] and second["ended"]
    assert "ferries.jsonl" in both("list", "--runs", "--archive", both.archive).out


def test_many_are_removed_only_by_their_number(both: Cli) -> None:
    archive = ("--archive", both.archive)
    dry = both("remove", "--source", "Baltic Post", "--dry-run", *archive)
    assert (dry.code, "3 articles would be removed" in dry.out) == (0, True)
    for count in ((), ("--count", "2")):
        ran = both("remove", "--source", "Baltic Post", *count, *archive)
        assert (ran.code, one_line(ran.err), "--count 3" in ran.err) == (2, True, True)
    assert len(listed(both)) == 4
    assert "Removed 3" in both("remove", "--source", "Baltic Post", "--count", "3", *archive).out
    assert listed(both) == [BRIDGE]
    assert both("ask", "ferry", *archive).code == 1
    ran = both("import", both.folder / "ferries.jsonl", *archive)
    assert "3 articles were removed before and stay out; --again" in ran.err
    assert "3 new" in both("import", both.folder / "ferries.jsonl", "--again", *archive).out


@pytest.mark.parametrize(
    "arguments",
    [[], ["x", "--source", "S"], ["--since", "yesterday"]],
)
def test_a_removal_that_says_not_what_is_refused(both: Cli, arguments: list[str]) -> None:
    ran = both("remove", *arguments, "--archive", both.archive)
    assert (ran.code, one_line(ran.err)) == (2, True)


def test_an_import_is_undone_and_answered_from_no_more(both: Cli) -> None:
    ran = both("import", "--undo", "2", "--archive", both.archive)
    assert "3 articles that it brought gone" in ran.out
    assert listed(both) == [BRIDGE]
    assert both("ask", "ferry", "--archive", both.archive).code == 1
    again = both("import", "--undo", "2", "--archive", both.archive)
    assert (again.code, one_line(again.err)) == (2, True)
    assert both("import", "--archive", both.archive).code == 2
    assert both("import", "--undo", "1", "x", "--archive", both.archive).code == 2
    assert "undone" in both("list", "--runs", "--archive", both.archive).out


def test_an_article_is_shown_under_each_of_its_addresses(cli: Cli) -> None:
    url = "https://www.news.example.org/2021/ferry"
    file = cli.lines("a.jsonl", {**ROW, "url": url}, {**ROW, "id": "old-7", "url": url + "?amp=1"})
    assert "1 new article" in cli("import", file, "--archive", cli.archive).out
    for name in (url, "old-7", "http://news.example.org/2021/ferry/#top"):
        shown = cli("show", name, "--archive", cli.archive, "--json").json
        assert shown["id"] == url
    row = {"question": "Why did the ferry stop?", "articles": ["old-7"]}
    measured = cli("evaluate", cli.lines("judged.jsonl", row), "--archive", cli.archive)
    assert "not in this archive" not in measured.err
    assert measured.code == 0
