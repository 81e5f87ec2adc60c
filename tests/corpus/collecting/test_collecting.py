"""A newspaper is collected, and again, and goes on meanwhile."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import ParamSpec, TypeVar, cast

import pytest

from corpus.collect.network.exchange import Reason
from corpus.collect.reading.taking import Taken
from corpus.workers.pool import NotParsed, ParsingPool
from tests.corpus.collecting.collector import Collecting, collecting_from
from tests.newspaper.comparing import collected, differences
from tests.newspaper.server import Newspaper
from tests.newspaper.story import ODD, Oddity

T = TypeVar("T")
P = ParamSpec("P")
ALWAYS_CUT = {Oddity.CUT_OFF}  # a collection tries again for a quarter of a minute


@pytest.fixture
def paper() -> Iterator[Newspaper]:
    """With all that goes wrong but what takes long."""
    with Newspaper(40, oddities=[one for one in ODD if one not in ALWAYS_CUT]) as serving:
        yield serving


def path_of(paper: Newspaper, oddity: Oddity) -> str:
    return next(story.path for story in paper.site.stories if story.oddity is oddity)


def asked(paper: Newspaper, path: str) -> int:
    return sum(one.path.startswith(path) for one in paper.log)


def test_a_newspaper_is_collected_whole_and_right_and_by_its_rules(
    paper: Newspaper, collecting: Collecting
) -> None:
    outcome = collecting.collect()
    assert differences(collecting.archive, paper) == []
    assert outcome.collected.new == len(paper.articles())
    assert outcome.is_whole
    assert not outcome.faults
    assert paper.broken_rules() == []


def test_the_second_collection_asks_on_conditions_and_changes_nothing(
    paper: Newspaper, collecting: Collecting
) -> None:
    collecting.collect()
    before = [*collecting.archive.changes_since(0)]
    paper.next_run()
    again = collecting.collect().collected
    asked_again = paper.requests_of(2)
    assert asked_again
    assert all(one.is_conditional and one.status == 304 for one in asked_again)
    assert again.not_modified == again.requests == len(asked_again)
    assert (again.new, again.updated, again.rejected, again.failed) == (0, 0, 0, 0)
    assert [*collecting.archive.changes_since(0)] == before
    assert paper.broken_rules() == []


def test_only_what_is_new_or_changed_is_asked_for_when_the_paper_goes_on(
    paper: Newspaper, collecting: Collecting
) -> None:
    collecting.collect()
    paper.next_run()
    paper.go_on(new=3)
    done = collecting.collect().collected
    assert (done.new, done.updated, done.unchanged) == (3, 1, 1)
    assert differences(collecting.archive, paper) == []
    pages = {one.path for one in paper.requests_of(2) if one.path.count("/") > 2}
    new = {story.path for story in paper.site.stories[:3]}
    changed = {path_of(paper, one) for one in (Oddity.UPDATED, Oddity.AROUND, Oddity.WITHDRAWN)}
    assert pages == new | changed
    assert paper.broken_rules() == []


def test_a_change_around_an_article_makes_no_version_of_it(
    paper: Newspaper, collecting: Collecting
) -> None:
    collecting.collect()
    versions = collecting.archive.last_seq()
    paper.go_on()
    collecting.collect()
    changed = [change.article for change in collecting.archive.changes_since(versions)]
    assert [article.url for article in changed if article] == [
        paper.url + path_of(paper, Oddity.UPDATED)
    ]


def test_a_fresh_article_is_asked_for_again_an_hour_after_it_was_printed(
    paper: Newspaper, collecting: Collecting
) -> None:
    collecting.collect()
    paper.next_run()
    collecting.clock.ahead = timedelta(days=20)
    done = collecting.collect().collected
    assert done.unchanged == len(paper.articles())
    assert done.new == done.updated == 0
    assert paper.broken_rules() == []


def test_what_is_gone_is_not_asked_for_again(paper: Newspaper, collecting: Collecting) -> None:
    outcome = collecting.collect()
    gone = [path_of(paper, one) for one in (Oddity.GONE, Oddity.NOT_FOUND)]
    for path in gone:
        assert outcome.failures[paper.url + path].reason is Reason.GONE
    collecting.clock.ahead = timedelta(days=20)
    collecting.collect()
    assert [asked(paper, path) for path in gone] == [1, 1]


def test_pages_that_are_no_articles_are_rejected_by_name(
    paper: Newspaper, collecting: Collecting
) -> None:
    done = collecting.collect().collected
    wanted = (Oddity.LIST, Oddity.GALLERY, Oddity.BINARY, Oddity.EMPTY)
    gate = f"{paper.url}/consent?back={path_of(paper, Oddity.GATED)}"
    rejected = {one.name for one in collecting.rejected}
    assert rejected == {gate, *(paper.url + path_of(paper, one) for one in wanted)}
    assert done.rejected == len(wanted) + 1


def test_a_withdrawn_article_stays_in_the_archive(paper: Newspaper, collecting: Collecting) -> None:
    collecting.collect()
    paper.go_on()
    collecting.collect()
    kept = {article.url for article in collected(collecting.archive)}
    assert paper.url + path_of(paper, Oddity.WITHDRAWN) in kept


def test_an_article_that_is_to_be_paid_for_later_keeps_the_text_that_was_free(
    tmp_path: Path, pool: ParsingPool
) -> None:
    with (
        Newspaper(20, oddities=[Oddity.LOCKED] * 8) as paper,
        collecting_from(paper, tmp_path, pool) as collecting,
    ):
        collecting.add(f"{paper.url}/")
        collecting.collect()
        before = collected(collecting.archive)
        paper.go_on()
        locked = [one for one in paper.articles() if one.oddity is Oddity.PAYWALLED]
        done = collecting.collect().collected
        assert (done.updated, done.unchanged) == (0, len(locked))
        assert collected(collecting.archive) == before


def test_other_sites_are_not_asked(paper: Newspaper, collecting: Collecting) -> None:
    collecting.collect()
    with collecting.ledger.reading() as connection:
        hosts = {host for (host,) in connection.execute("SELECT host FROM address")}
    assert hosts == {paper.url.removeprefix("http://")}


def test_since_leaves_older_articles_for_a_collection_that_wants_them(
    paper: Newspaper, collecting: Collecting
) -> None:
    middle = paper.site.stories[20].published.date() + timedelta(days=1)
    collecting.collect(since=middle)
    newer = [story for story in paper.articles() if story.published.date() >= middle]
    assert {article.title for article in collected(collecting.archive)} == {
        story.title for story in newer
    }
    paper.next_run()
    collecting.collect()
    assert differences(collecting.archive, paper) == []
    assert paper.broken_rules() == []


def test_two_papers_are_collected_side_by_side(tmp_path: Path, pool: ParsingPool) -> None:
    with (
        Newspaper(8, seed=2, oddities=()) as one,
        Newspaper(8, seed=3, oddities=()) as other,
        collecting_from(one, tmp_path, pool) as collecting,
    ):
        collecting.add(f"{one.url}/", name="One")
        collecting.add(f"{other.url}/", name="Other")
        assert collecting.collect().collected.new == 16
        sources = {article.source for article in collected(collecting.archive)}
        assert sources == {"One", "Other"}
        assert one.broken_rules() == other.broken_rules() == []
        pages = [[asked.at for asked in paper.log[-8:]] for paper in (one, other)]
        assert max(map(min, pages)) < min(map(max, pages))


def test_a_removed_article_is_not_asked_for_again(paper: Newspaper, collecting: Collecting) -> None:
    collecting.collect()
    path = path_of(paper, Oddity.UPDATED)
    collecting.archive.remove(paper.url + path)
    before = asked(paper, path)
    paper.go_on()
    collecting.collect()
    collecting.clock.ahead = timedelta(days=20)
    collecting.collect()
    assert asked(paper, path) == before
    assert paper.url + path not in {article.url for article in collected(collecting.archive)}


def test_a_sitemap_that_nothing_names_is_found_where_others_have_theirs(
    tmp_path: Path, pool: ParsingPool
) -> None:
    with (
        Newspaper(30, oddities=(), names_sitemaps=False) as paper,
        collecting_from(paper, tmp_path, pool) as collecting,
    ):
        collecting.add(f"{paper.url}/")
        collecting.collect()
        assert differences(collecting.archive, paper) == []  # the feeds have twenty


class Spoiling(ParsingPool):
    """The article of one page comes with half a letter, which nothing can store."""

    def __init__(self, pool: ParsingPool, number: int) -> None:
        self._pool = pool
        self._number = number

    def call(self, function: Callable[P, T], /, *args: P.args, **named: P.kwargs) -> T | NotParsed:
        read = self._pool.call(function, *args, **named)
        if isinstance(read, Taken) and f"/{self._number}/" in (read.finished.article.url or ""):
            article = replace(read.finished.article, paragraphs=("half a letter: \ud83d",))
            finished = replace(read.finished, article=article)
            return cast(T, replace(read, finished=finished))
        return read


def test_a_page_that_cannot_be_stored_hinders_no_other(
    paper: Newspaper, tmp_path: Path, pool: ParsingPool
) -> None:
    story = paper.articles()[3]
    with collecting_from(paper, tmp_path, Spoiling(pool, story.number)) as collecting:
        collecting.add(f"{paper.url}/")
        outcome = collecting.collect()
        missing = paper.url + story.path
        assert differences(collecting.archive, paper) == [f"missing: {story.path}, {story.oddity}"]
        assert [one.reason for one in collecting.rejected if one.name == missing]
        assert not outcome.faults
        assert collecting.collect().collected.new == 0


def test_what_an_undone_collection_brought_is_brought_by_the_next(
    paper: Newspaper, collecting: Collecting
) -> None:
    first = collecting.collect().collected
    collecting.archive.undo(1)
    assert collecting.archive.holdings().articles == 0
    assert collecting.collect().collected.new == first.new
    assert differences(collecting.archive, paper) == []
    paper.go_on()
    collecting.collect()
    collecting.archive.undo(3)
    assert collecting.collect().collected.updated == 1
    assert differences(collecting.archive, paper) == []
