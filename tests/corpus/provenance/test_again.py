"""Whatever is imported again, killed or not, ends as it did: by properties over few, like articles.

They are told unevenly: with and without an id, an address, an outlet or a time, as lines of a file,
as files, and as pages that name other pages or a number of the paper's.
"""

import tempfile
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.archive.archive import Added, Archive, Arrival
from corpus.article import Article, article_id
from tests.archives import article
from tests.corpus.provenance.test_same_headline import DOGS, TRAMS
from tests.crashes import content

DAY = date(2021, 1, 27)
PRINTED = DAY, datetime(2021, 1, 27, 8, tzinfo=UTC), datetime(2021, 1, 27, 17, 30, tzinfo=UTC)
OUTLETS = "unknown outlet", "Nemunas Herald", "Baltic Post"
TITLES = "Bridge", "Letters", "Dogs walk the northern quay"
SHORT = ("One.", "Two."), ("One.", "2."), ("1.", "2."), ("3.",)
TEXTS = *SHORT, (DOGS,), (TRAMS,), (DOGS, "One."), (DOGS.replace("far", "much"),)
PAGES = [f"https://herald.example/{name}" for name in ("a-1", "b-2", "c-3")]
FILES = "x.txt", "y.txt"


@st.composite
def arrivals(draw: st.DrawFn) -> Arrival:
    """An article of few, from a file of lines, a file of its own, a page, or nowhere."""
    told = told_unevenly(draw)
    match draw(st.sampled_from(["lines", "file", "page", "nowhere"])):
        case "lines":
            return Arrival(told, "in.jsonl")
        case "file":
            return Arrival(told, draw(st.sampled_from(FILES)), is_whole=True)
        case "page":
            names = draw(st.sampled_from([(), ("https://herald.example/d-4",), ("herald\x1f77",)]))
            return Arrival(told, draw(st.sampled_from(PAGES)), names=names)
        case _:
            return Arrival(told)


def told_unevenly(draw: st.DrawFn) -> Article:
    published, source = draw(st.sampled_from(PRINTED)), draw(st.sampled_from(OUTLETS))
    title = draw(st.sampled_from(TITLES))
    url = draw(st.sampled_from([None, None, None, *PAGES[:2]]))
    hashed = article_id(None, source, published, title, paragraphs=())
    name = url or draw(st.sampled_from(["bridge", hashed, hashed]))
    texts = draw(st.sampled_from(TEXTS))
    return article(name, *texts, title=title, published=published, source=source, url=url)


@st.composite
def letters(draw: st.DrawFn) -> Arrival:
    """A letter of one of two days and two outlets, one of which nobody may have named."""
    day, source = draw(st.sampled_from([DAY, date(2021, 1, 28)])), draw(st.sampled_from(OUTLETS))
    texts = [draw(st.sampled_from([DOGS, DOGS.replace("far", "much"), TRAMS]))]
    texts += draw(st.sampled_from([[], ["Letters may be shortened."]]))
    name = article_id(None, source, day, "Letters", paragraphs=())
    told = article(name, *texts, title="Letters", published=day, source=source)
    return Arrival(told, draw(st.sampled_from([None, "in.jsonl"])))


LINES = st.one_of(st.lists(arrivals(), max_size=7), st.lists(letters(), max_size=7))


def import_until(folder: Path, lines: Sequence[Arrival], end: int | None = None) -> Added:
    """Import in batches of one; killed before batch `end`, where one is given."""
    with (
        Archive(folder, create=True) as archive,
        archive.writing(),
        suppress(KeyboardInterrupt),
        archive.batch("import", ["in"]) as batch,
    ):
        for line in lines[:end]:
            batch.add([line])
        if end is not None:
            raise KeyboardInterrupt
    return batch.added


def newest_of(folder: Path) -> list[Article]:
    """All articles as they are now, in no order that counts."""
    with Archive(folder) as archive:
        found = [change.article for change in archive.changes_since(0)]
    return sorted((article for article in found if article), key=repr)


@settings(max_examples=60)
@given(before=LINES, lines=LINES, data=st.data())
def test_an_import_that_is_killed_or_run_again_ends_as_if_undisturbed(
    before: list[Arrival], lines: list[Arrival], data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        whole, killed = Path(temporary, "whole"), Path(temporary, "killed")
        for folder in (whole, killed):
            import_until(folder, before)
        import_until(whole, lines)
        rows = content(whole)
        import_until(killed, lines, data.draw(st.integers(0, len(lines))))
        import_until(killed, lines)
        assert content(killed) == rows
        assert import_until(whole, lines) == Added(unchanged=len(lines))
        assert content(whole) == rows
        import_until(whole, lines[-1:])
        assert content(whole) == rows  # the last line is what is quoted


@settings(max_examples=30)
@given(before=LINES, lines=LINES)
def test_a_run_undone_leaves_what_was_there_and_may_come_again(
    before: list[Arrival], lines: list[Arrival]
) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder, other = Path(temporary, "undone"), Path(temporary, "other")
        for each in (folder, other):
            import_until(each, before)
        was = newest_of(folder)
        import_until(folder, lines)
        with Archive(folder) as archive, archive.writing():
            archive.undo(2)
        assert newest_of(folder) == was
        import_until(folder, lines)
        import_until(other, lines)
        assert newest_of(folder) == newest_of(other)


@settings(max_examples=30)
@given(before=LINES, lines=LINES, data=st.data())
def test_what_was_removed_stays_out_however_often_lines_come(
    before: list[Arrival], lines: list[Arrival], data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        import_until(folder, [*before, *lines])
        names = sorted({article.id for article in newest_of(folder)})
        gone = data.draw(st.sampled_from([*names, "nothing"]))
        with Archive(folder) as archive, archive.writing():
            texts = [each.article for each in archive.versions(gone)]
            archive.remove(gone)
        import_until(folder, lines)
        rows = content(folder)
        assert not any(article in texts for article in newest_of(folder))
        import_until(folder, lines)
        assert content(folder) == rows


def test_pages_of_one_number_are_articles_of_their_own_where_nothing_else_is_alike(
    tmp_path: Path,
) -> None:
    pages = [
        Arrival(article(name, text, title=title, url=name), page, names=("herald\x1f77",))
        for name, page, title, text in (
            (PAGES[0], PAGES[0], "Dogs", DOGS),
            (PAGES[1], PAGES[2], "Trams", TRAMS),
        )
    ]
    assert import_until(tmp_path, pages) == Added(new=2)
    assert import_until(tmp_path, pages) == Added(unchanged=2)


def test_an_id_that_was_removed_leads_to_no_other_article_of_the_same_text(tmp_path: Path) -> None:
    title, page = TITLES[2], PAGES[0]
    lines = [
        Arrival(article(page, TRAMS, title=title, url=page)),
        Arrival(article("bridge", DOGS, title=title)),
        Arrival(article("bridge", TRAMS, title=title)),
    ]
    import_until(tmp_path, lines)
    with Archive(tmp_path) as archive, archive.writing():
        archive.remove("bridge")
    for _ in range(2):
        assert import_until(tmp_path, lines) == Added(unchanged=1, kept_out=2)
