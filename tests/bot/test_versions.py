"""`show --versions` and `show --as-of`."""

import json

import pytest

from tests.bot.command_line import Cli, Ran

FIRST = {
    "id": "ferry",
    "title": "Ferry sinks",
    "published": "2021-03-01T09:00:00+02:00",
    "source": "Nemunas Herald",
    "paragraphs": [
        "The ferry sank on Monday, and 4 people are missing.",
        "The mayor was there.",
        "Nobody knows why.",
    ],
}
SECOND = {
    **FIRST,
    "title": "Ferry did not sink",
    "updated": "2021-03-02T12:00:00+02:00",
    "paragraphs": [
        "The ferry did not sink on Monday, and nobody is missing.",
        "The mayor was there.",
        "It sails again.",
        "Correction: An earlier version of this article said that it sank.",
    ],
}


@pytest.fixture
def updated(cli: Cli) -> Cli:
    for version in (FIRST, SECOND):
        file = cli.folder / "ferry.jsonl"
        file.write_text(json.dumps(version))
        assert cli("import", file, "--archive", cli.archive).code == 0
    return cli


def show(cli: Cli, *options: str) -> Ran:
    return cli("show", "ferry", "--archive", cli.archive, *options)


def test_each_version_is_printed_with_the_words_that_changed(updated: Cli) -> None:
    out = show(updated, "--versions").out
    assert out.splitlines()[0] == "Ferry did not sink"
    assert "1. Mon 1 Mar 2021, 09:00 (UTC+2)" in out
    assert "2. published Mon 1 Mar 2021, 09:00 (UTC+2), updated Tue 2 Mar 2021, 12:00" in out
    assert "headline: Ferry [-sinks-]{+did not sink+}" in out
    assert "The ferry [-sank-]{+did not sink+} on Monday, and" in out
    assert "[-4 people are-]{+nobody is+} missing." in out
    assert "… 1 paragraph as before" in out
    assert "[-Nobody knows why.-]" in out


def test_the_versions_as_json_join_to_both_texts(updated: Cli) -> None:
    first, second = show(updated, "--versions", "--json").json["versions"]
    assert first["paragraphs"] == FIRST["paragraphs"]
    assert "changes" not in first
    assert second["changes"]["fields"]["title"] == {
        "before": "Ferry sinks",
        "after": "Ferry did not sink",
    }
    changes = second["changes"]["paragraphs"]
    for side, version in (("before", FIRST), ("after", SECOND)):
        joined = ["".join(change[side] for change in paragraph) for paragraph in changes]
        assert [text for text in joined if text] == version["paragraphs"]


def test_an_article_is_shown_as_it_stood_on_a_day(updated: Cli) -> None:
    assert show(updated, "--as-of", "2021-03-01", "--json").json["title"] == "Ferry sinks"
    assert show(updated, "--as-of", "2021-03-02T11:59", "--json").json["title"] == "Ferry sinks"
    assert show(updated, "--as-of", "2021-03-02T12:00", "--json").json["updated"] is not None
    assert "Ferry sinks" in show(updated, "--as-of", "2021-03-01").out


def test_before_it_was_published_there_is_nothing_to_show(updated: Cli) -> None:
    ran = show(updated, "--as-of", "2021-02-28")
    assert (ran.code, ran.out) == (1, "")
    assert "not published yet" in ran.err


def test_a_moment_that_is_none_is_refused(updated: Cli) -> None:
    ran = show(updated, "--as-of", "last week")
    assert ran.code == 2
    assert "--as-of" in ran.err


def test_what_the_paper_put_right_stands_above_the_article_and_beside_a_quote(updated: Cli) -> None:
    note = SECOND["paragraphs"][-1]
    assert f"The paper notes: “{note}”" in show(updated).out
    assert show(updated, "--json").json["corrections"] == [{"position": 3, "text": note}]
    assert "corrections" not in show(updated, "--as-of", "2021-03-01", "--json").json
    asked = updated("ask", "missing ferry mayor", "--archive", updated.archive)
    assert f"The paper notes: “{note}”" in asked.out
