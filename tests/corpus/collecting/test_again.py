"""A page that is asked for again shows another date, or something else in the place of its text."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

import pytest

from corpus.article import Article
from tests.corpus.collecting.collector import Collecting
from tests.newspaper.answers import Answer
from tests.newspaper.http import Headers
from tests.newspaper.pages import page
from tests.newspaper.server import Newspaper
from tests.newspaper.story import ZONE

GATE = "You have read all that is free this month. Those who pay may go on; if you do, say who."
CORRECTION = "Correction: this article named a ferry that never sailed. What it said was wrong."
TEXT = [f"Paragraph {n} of the report says that pier {n} is to be mended by May." for n in range(9)]


class Rewritten(Newspaper):
    """Whose first article has a page that a test writes."""

    shown = b""

    def write(self, published: datetime, text: Sequence[str] = TEXT) -> None:
        meta = f'<meta property="article:published_time" content="{published.isoformat()}">'
        body = "".join(f"<p>{each}</p>" for each in text)
        kind = '<meta property="og:type" content="article">'
        content = f"<article><h1>The piers</h1>{body}</article>"
        self.shown = page("The piers", content, head=kind + meta).encode()

    def answer(self, path: str, headers: Headers, beside: int) -> Answer:
        is_first = path == self.articles()[0].path
        return Answer(self.shown) if is_first else super().answer(path, headers, beside)


@pytest.fixture
def paper() -> Iterator[Newspaper]:
    with Rewritten(3, oddities=[]) as serving:
        yield serving


def again(
    paper: Newspaper, collecting: Collecting, to: datetime, text: Sequence[str] = TEXT
) -> tuple[datetime, Sequence[str]]:
    """The article's date and text after its page was written again."""
    assert isinstance(paper, Rewritten)
    paper.write(at(0))
    collecting.collect()
    paper.write(to, text)
    paper.next_run()
    collecting.clock.ahead = timedelta(days=20)
    collecting.collect()
    found: Article | None = collecting.archive.article(paper.url + paper.articles()[0].path)
    assert found is not None
    assert isinstance(found.published, datetime)
    return found.published, list(found.paragraphs)


NOW = datetime.now(ZONE).replace(microsecond=0)


def at(hours: int) -> datetime:
    return NOW - timedelta(hours=3) + timedelta(hours=hours)


def test_a_date_that_the_paper_corrects_is_corrected(
    paper: Newspaper, collecting: Collecting
) -> None:
    assert again(paper, collecting, at(-24)) == (at(-24), TEXT)


def test_a_date_after_an_article_was_seen_is_none_of_its_publication(
    paper: Newspaper, collecting: Collecting
) -> None:
    assert again(paper, collecting, at(24)) == (at(0), TEXT)


@pytest.mark.parametrize("shown", [[GATE], [TEXT[0], GATE]])
def test_a_notice_does_not_take_the_place_of_a_text(
    paper: Newspaper, collecting: Collecting, shown: list[str]
) -> None:
    assert again(paper, collecting, at(0), shown) == (at(0), TEXT)


def test_what_the_paper_takes_back_by_a_correction_is_taken_back(
    paper: Newspaper, collecting: Collecting
) -> None:
    assert again(paper, collecting, at(0), [CORRECTION]) == (at(0), [CORRECTION])
