"""What people get in a terminal, and in a pipe."""

from dataclasses import replace
from datetime import date
from io import StringIO

from rich.console import Console

from bot.render import terminal
from bot.render.english.answers import CHATTER, NOTHING
from bot.render.tables import print_stats
from bot.render.terminal import print_answer, print_article
from corpus.archive.archive import Holdings
from corpus.article import Paragraph
from retrieval.answer import Answer, Difference, Excerpt, Strength
from retrieval.engines.engine import Share
from retrieval.index.state import Status
from retrieval.notes import Nearest, Suggestion
from tests.bot.render.answers import BRIDGE, FERRY, FIRST, SECOND, answer


def piped(said: Answer, *, first: int = 1) -> str:
    out = StringIO()
    print_answer(Console(file=out, width=20), said, first=first)
    return out.getvalue()


def test_in_a_pipe_every_part_of_an_answer_is_one_line() -> None:
    assert (
        piped(answer(FIRST, SECOND))
        == """
1. Bridge opens
   published Wed 27 Jan 2021, 17:30 (UTC+2), updated Thu 28 Jan 2021, 09:00 (UTC) \
· Nemunas Herald · Rudna Wire
   “The bridge opened.”
   Also in: Baltic Post (Fri 29 Jan 2021)
   https://herald.example/bridge

2. Ferry stops
   Mon 1 Feb 2021 · Nemunas Herald
   “The ferry stopped.”

2 of 7 articles · 1.2 ms · invented
"""
    )


def test_a_date_that_something_speaks_against_is_marked() -> None:
    shown = piped(answer(FIRST, replace(SECOND, is_doubtful=True)))
    assert "   Mon 1 Feb 2021 (date uncertain) · Nemunas Herald\n" in shown
    assert shown.count("uncertain") == 1


def test_further_quotes_are_printed_without_what_was_said_before() -> None:
    said = replace(
        answer(FIRST, SECOND),
        suggestions=(Suggestion("bridge", "bride"),),
        strength=Strength.WEAK,
    )
    whole, further = piped(said), piped(said, first=2)
    assert whole.splitlines()[:2] == ["Did you mean: Which bride opened?", terminal.NEAREST]
    assert "1. Bridge opens" in whole
    assert further.startswith("\n2. Ferry stops")
    assert "1. Bridge opens" not in further


def test_of_one_article_there_is_one() -> None:
    said = replace(answer(FIRST), total=1)
    assert piped(said).endswith("\n1 of 1 article · 1.2 ms · invented\n")


def test_nothing_found_is_said_and_nothing_counted() -> None:
    assert piped(answer(strength=Strength.NONE)) == NOTHING() + "\n"
    assert piped(answer(text="the since:2021", strength=Strength.NONE)) == terminal.NO_WORDS + "\n"
    assert piped(answer(text='"the"', strength=Strength.NONE)) == NOTHING() + "\n"


def test_a_strong_answer_is_not_called_the_nearest() -> None:
    assert terminal.NEAREST not in piped(answer(FIRST))
    assert terminal.NEAREST in piped(answer(FIRST, strength=Strength.WEAK))


def test_on_a_terminal_matched_words_are_bold_and_the_address_leads_to_the_quote() -> None:
    out = StringIO()
    console = Console(file=out, width=60, force_terminal=True, color_system="standard")
    print_answer(console, answer(FIRST))
    assert "“The \x1b[1;33mbridge\x1b[0m opened.”" in out.getvalue()
    assert "https://herald.example/bridge#:~:text=The%20bridge%20opened." in out.getvalue()


def test_on_a_terminal_long_lines_are_broken_and_indented() -> None:
    out = StringIO()
    console = Console(file=out, width=40, force_terminal=True, color_system=None)
    print_answer(console, answer(FIRST))
    lines = out.getvalue().splitlines()
    assert max(map(len, lines)) <= 40
    assert lines[2].startswith("   published Wed 27 Jan 2021")
    assert lines[3].startswith("   ")


def test_an_explanation_is_a_table_of_terms_by_fields() -> None:
    explained = replace(
        FIRST,
        shares=(
            Share("bridg", "passage", 1.5),
            Share("bridg", "title", 0.5),
            Share("open", "passage", 0.25),
        ),
        features=(Share("coverage", "", 2.0), Share("early", "", -0.5)),
    )
    out = StringIO()
    print_answer(Console(file=out, width=100), answer(explained))
    lines = [" ".join(line.split()) for line in out.getvalue().splitlines()]
    assert "score 2.50: coverage +2.00, early -0.50" in " ".join(lines)
    assert lines[lines.index("term passage title") + 1 :][:2] == [
        "bridg 1.50 0.50",
        "open 0.25 ·",
    ]


def test_an_article_is_printed_with_all_that_is_known_of_it() -> None:
    out = StringIO()
    print_article(Console(file=out, width=20), BRIDGE)
    assert (
        out.getvalue()
        == """\
Bridge opens
published Wed 27 Jan 2021, 17:30 (UTC+2), updated Thu 28 Jan 2021, 09:00 (UTC) \
· Nemunas Herald · Rudna Wire
Ona Ilgaitė, Jonas Trumpas
https://herald.example/bridge

It rained. The bridge opened.

Cars came.
"""
    )


def test_of_an_article_what_is_not_known_leaves_no_line() -> None:
    out = StringIO()
    print_article(Console(file=out), FERRY)
    assert out.getvalue().splitlines() == [
        "Ferry stops",
        "Mon 1 Feb 2021 · Nemunas Herald",
        "",
        "The ferry stopped.",
    ]


def stats(holdings: Holdings, *, fresh: bool = True) -> list[str]:
    out = StringIO()
    print_stats(Console(file=out, width=100), holdings, Status("tantivy", fresh, 1234))
    return [" ".join(line.split()) for line in out.getvalue().splitlines()]


def test_holdings_are_counted_in_a_table() -> None:
    holdings = Holdings(
        1234, 56789, {"[b]Herald": 1000, "Post": 234}, date(2021, 1, 27), date(2022, 3, 1), 4096
    )
    assert stats(holdings) == [
        "articles 1,234",
        "paragraphs 56,789",
        "from Wed 27 Jan 2021",
        "to Tue 1 Mar 2022",
        "[b]Herald 1,000",
        "Post 234",
        "bytes 4,096",
        "index tantivy, 1,234 paragraphs, has all of it",
    ]


def test_an_empty_archive_is_from_nowhen_and_an_index_may_be_behind() -> None:
    lines = stats(Holdings(0, 0, {}, None, None, 512), fresh=False)
    assert [line.split()[0] for line in lines] == ["articles", "paragraphs", "bytes", "index"]
    assert "is behind" in lines[-1]


def test_more_of_the_same_article_stands_below_the_quote() -> None:
    more = Excerpt(Paragraph("b1", 1, "Cars came."), 0, 10)
    lines = piped(answer(replace(FIRST, more=(more,)))).splitlines()
    assert lines[3:5] == ["   “The bridge opened.”", "   “Cars came.”"]


def test_how_a_quote_differs_from_a_claim_stands_under_it() -> None:
    differing = replace(FIRST, differences=(Difference("closed", "opened"),), copies=())
    first, last = date(2021, 1, 27), date(2021, 2, 1)
    said = replace(
        answer(differing, text="The bridge closed", strength=Strength.WEAK),
        notes=(Nearest(first, last),),
    )
    lines = piped(said).splitlines()
    assert lines[0].endswith("the nearest passages, from Wed 27 Jan 2021 to Mon 1 Feb 2021.")
    assert lines[1] == ""
    assert lines[5] == "   Said: “closed”. Printed here: “opened”."


def test_chatter_gets_a_friendly_line_and_nothing_else() -> None:
    said = answer(text="tell me a joke", strength=Strength.NONE)
    assert piped(said) == f"{CHATTER()}\n"
