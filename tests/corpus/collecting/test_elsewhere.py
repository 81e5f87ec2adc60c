"""Pages that lead to a host that does not answer."""

from collections.abc import Iterator

import pytest

from corpus.collect.network.exchange import Failure
from corpus.collect.reading.taking import Taken
from corpus.collect.showing import newest_pages
from corpus.collect.surveying import survey
from tests.corpus.collecting.collector import Collecting
from tests.newspaper.answers import Answer, moved
from tests.newspaper.http import Headers
from tests.newspaper.server import Newspaper
from tests.newspaper.story import ZONE

LOST = 5  # of the newest articles
NOWHERE = "http://127.0.0.1:1/ferry"


class Leading(Newspaper):
    """Its newest articles have moved to another host, where nobody listens."""

    def answer(self, path: str, headers: Headers, beside: int) -> Answer:
        given = super().answer(path, headers, beside)
        lost = {story.path for story in self.articles()[:LOST]}
        return moved(NOWHERE) if path in lost else given


@pytest.fixture
def paper() -> Iterator[Newspaper]:
    with Leading(20, oddities=[]) as serving:
        yield serving


def test_a_page_that_leads_to_a_dead_host_stops_none_of_its_own_host(
    paper: Newspaper, collecting: Collecting
) -> None:
    assert collecting.collect().collected.new == len(paper.articles()) - LOST


def test_a_source_is_tried_until_articles_came(paper: Newspaper, collecting: Collecting) -> None:
    web = (collecting.fetcher, collecting.pool)
    pages = newest_pages(survey(f"{paper.url}/", *web), ZONE, web, 3)
    assert [type(one.came) for one in pages] == [*[Failure] * LOST, *[Taken] * 3]
