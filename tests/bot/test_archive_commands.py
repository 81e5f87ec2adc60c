"""The commands `stats`, `show`, `remove` and `reindex`."""

import sqlite3

from tests.bot.command_line import Cli


def test_stats_count_what_is_there(filled: Cli) -> None:
    stats = filled("stats", "--archive", filled.archive, "--json").json
    assert list(stats) == ["articles", "paragraphs", "sources", "first", "last", "collected",
                           "bytes", "index", "date_faults", "sqlite"]  # fmt: skip
    assert (stats["articles"], stats["paragraphs"]) == (1, 2)
    assert stats["sources"] == {"Nemunas Herald": 1}
    assert stats["first"] == stats["last"] == "2021-03-14T17:30:00+02:00"
    assert stats["index"] == {"engine": "tantivy", "fresh": True, "paragraphs": 2}
    assert stats["sqlite"] == sqlite3.sqlite_version
    shown = filled("stats", "--archive", filled.archive).out
    assert "Nemunas Herald" in shown
    assert f"SQLite {sqlite3.sqlite_version}" in shown


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
