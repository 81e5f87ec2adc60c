"""The `ask` command: one question."""

from time import perf_counter

import pytest

from corpus.archive.archive import WRITER_PATIENCE, Archive
from tests.archives import article
from tests.bot.command_line import Cli, one_line
from tests.opensearch.gate import standing_before


def test_the_json_of_an_answer_is_the_contract(filled: Cli) -> None:
    ran = filled("ask", "How old is Kalniene?", "--archive", filled.archive, "--json",
                 "--asked-at", "2022-01-01T12:00:00+02:00", "--since", "2021",
                 "--until", "2021-03", "--source", "nemunas")  # fmt: skip
    assert ran.code == 0
    answer = ran.json
    assert list(answer) == ["question", "asked_at", "understood", "engine", "strength",
                            "confidence", "total", "took_ms", "suggestions", "notes",
                            "quotes", "kind"]  # fmt: skip
    assert answer["asked_at"] == "2022-01-01T12:00:00+02:00"
    assert answer["understood"] == {
        "terms": ["kalnien"],
        "phrases": [],
        "excluded": [],
        "since": "2021-01-01",
        "until": "2021-03-31",
        "sources": ["Nemunas Herald"],
        "excluded_sources": [],
    }
    (quote,) = answer["quotes"]
    assert list(quote) == ["rank", "score", "text", "highlights", "paragraph", "article", "copies",
                           "more", "differences"]  # fmt: skip
    paragraph = quote["paragraph"]
    assert quote["text"] == paragraph["text"][paragraph["start"] : paragraph["end"]]
    assert [quote["text"][a:b] for a, b in quote["highlights"]] == ["Kalnienė"]
    assert list(quote["article"]) == ["id", "title", "published", "updated", "source", "agency",
                                      "authors", "url", "link"]  # fmt: skip


@pytest.mark.parametrize(
    ("since", "until", "code"),
    [
        ("2021-03-14", "2021-03-14", 0),
        ("2021-03-15", "2021-03-15", 1),
        ("2021-03-13", "2021-03-13", 1),
        ("2021-03", "2021-03", 0),
    ],
)
def test_both_ends_of_a_span_are_in_it_and_may_be_one_day(
    filled: Cli, since: str, until: str, code: int
) -> None:
    asked = ("ask", "bridge", "--archive", filled.archive)
    assert filled(*asked, "--since", since, "--until", until).code == code


def test_nothing_found_is_exit_code_1_and_an_honest_line(filled: Cli) -> None:
    ran = filled("ask", "Who won the hockey final?", "--archive", filled.archive)
    assert ran.code == 1
    assert ran.out.splitlines()[0] == "Nothing in this archive answers that."


def test_a_piped_answer_is_plain_and_unwrapped(filled: Cli) -> None:
    ran = filled("ask", "bridge Vilka traffic", "--archive", filled.archive)
    assert "\x1b" not in ran.out
    assert "“The bridge over the Vilka opened to traffic on Saturday after nine years.”" in ran.out
    assert "Sun 14 Mar 2021, 17:30 (UTC+2) · Nemunas Herald · RBE/RN" in ran.out


def test_an_explanation_shows_terms_and_scores(filled: Cli) -> None:
    ran = filled("ask", "bridge Vilka", "--archive", filled.archive, "--explain")
    assert "bridg" in ran.out
    assert "headline" in ran.out


def test_an_article_without_a_headline_is_shown_by_its_first_words(cli: Cli) -> None:
    file = cli.lines("a.jsonl", {"title": None, "text": "The ferry to Rusnelė stopped on Monday.",
                                 "published": "2021-01-01", "source": "S"})  # fmt: skip
    assert cli("import", file, "--archive", cli.archive).code == 0
    assert (
        "1. The ferry to Rusnelė stopped on Monday."
        in cli("ask", "ferry Rusnele", "--archive", cli.archive).out
    )


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


@pytest.mark.parametrize(
    "command",
    [
        "ask bridge",
        "evaluate tests/data/sample-judged.jsonl --engine opensearch",
        "evaluate tests/data/sample-judged.jsonl --against opensearch",
        "list",
        "list --runs",
        "shell",
    ],
)
def test_where_a_cluster_is_set_no_sample_takes_an_archives_place(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    """Its invented articles would reach the cluster, and all who ask that."""
    with standing_before("http://127.0.0.1:9") as gate:
        monkeypatch.setenv("BACKISSUE_OPENSEARCH_HOSTS", gate.address)
        ran = cli(*command.split(), stdin=b":engine opensearch\n")
        assert (ran.code, ran.out) == (3, "")
        assert one_line(ran.err)
        assert "there is no archive in" in ran.err
        assert gate.asked == []


def test_a_named_archive_that_is_missing_is_exit_code_3(cli: Cli) -> None:
    ran = cli("ask", "bridge", "--archive", cli.folder / "nowhere")
    assert (ran.code, ran.out) == (3, "")
    assert one_line(ran.err)
    assert "backissue import" in ran.err


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


def test_asking_while_an_import_holds_the_archive_answers_at_once(filled: Cli) -> None:
    with Archive(filled.archive) as writer, writer.writing():
        writer.add([article("y", "The bridge over the Vilka closed.")])
        started = perf_counter()
        ran = filled("ask", "bridge Vilka", "--archive", filled.archive)
        assert perf_counter() - started < WRITER_PATIENCE
    assert ran.code == 0
    assert "opened to traffic" in ran.out
    assert ran.err == "The newest articles are still being taken in.\n"
