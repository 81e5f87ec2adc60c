"""What commands say is Telegram's HTML, within its limits, whatever is printed and asked."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.render.telegram.lookups.latest import latest_report, unknown_outlet
from bot.render.telegram.lookups.said import said_report
from bot.render.telegram.lookups.sources import sources_report
from bot.render.telegram.lookups.timeline import timeline_report
from corpus.archive.scans.outlets import Outlet
from corpus.article import Paragraph
from corpus.collect.state.standing import Collection
from retrieval.answer import Difference, Excerpt
from retrieval.verbatim.checking import Said, Verdict
from retrieval.verbatim.printings import Match
from tests.archives import article
from tests.bot.render.timeline.timelines import timeline
from tests.telegram.parser import parse

TEXT = st.text(max_size=600)
FEW = settings(max_examples=40, deadline=None)


@FEW
@given(TEXT, TEXT, st.text(max_size=80), st.integers(1, 5))
def test_a_timelines_caption_fits_beneath_a_picture(
    question: str, title: str, source: str, peaks: int
) -> None:
    places = [2 + 20 * n for n in range(peaks)]
    made = timeline(question=question, title=title, source=source, places=places)
    shown = parse(timeline_report(made).html)
    assert shown.units <= 1024
    assert "9 of 40 articles" in shown.text


@FEW
@given(TEXT, TEXT, st.integers(1, 30), st.integers(0, 12))
def test_a_quotation_is_shown_as_it_stands(
    text: str, title: str, matches: int, differences: int
) -> None:
    printed = f"It was said. {text * 12} So it was.".replace("\r", " ")
    told = article("a", printed, title=title)
    excerpt = Excerpt(Paragraph("a", 0, printed), 0, len(printed), ((3, 6),))
    match = Match(told, (excerpt,), (Difference("x" * 90, "y" * 90),) * differences)
    verdict = Verdict.DIFFERS if differences else Verdict.VERBATIM
    shown = parse(said_report(Said("q", verdict, match, (match,) * matches)).html)
    assert shown.units <= 4096
    assert all(printed.startswith(quoted[:2000]) for quoted in shown.quotes)
    assert shown.quotes


def test_a_date_that_something_speaks_against_is_marked() -> None:
    told = article("a", "It was said.", published=date(1970, 1, 1))
    excerpt = Excerpt(Paragraph("a", 0, "It was said."), 0, 12)
    match = Match(told, (excerpt,), is_doubtful=True)
    shown = parse(said_report(Said("q", Verdict.VERBATIM, match, (match,))).html)
    assert "Thu 1 Jan 1970 (date uncertain) · " in shown.text


@FEW
@given(st.lists(st.tuples(TEXT, st.text(max_size=300)), min_size=1, max_size=10))
def test_as_many_articles_are_listed_as_a_message_holds(told: list[tuple[str, str]]) -> None:
    articles = [
        replace(article("a", "Text."), title=title, source=source) for title, source in told
    ]
    assert parse(latest_report(articles, [source for _, source in told]).html).units <= 4096
    assert parse(unknown_outlet(told[0][0], [source for _, source in told]).html).units <= 4096


def test_many_outlets_are_counted_and_the_largest_named() -> None:
    day = date(2021, 1, 27)
    outlets = [Outlet(f"Herald <{n}> {'x' * 300}", 900 - n, 3, day, day) for n in range(200)]
    shown = parse(sources_report(outlets, Collection()).html)
    assert shown.text.startswith("160,100 articles of 200 outlets; the 40 largest.")
    assert shown.units <= 4096
    assert "Herald <0>" in shown.text
