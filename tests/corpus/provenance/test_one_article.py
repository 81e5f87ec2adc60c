"""One article is one article, however and how often it comes in."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from corpus.archive.archive import Added, Archive, Arrival
from corpus.article import UNKNOWN_OUTLET, Article
from corpus.readers import Defaults
from tests.archives import archive_of, article
from tests.corpus.test_intake import export, held, take

TEXTS = ("The ferry to Klampuva stopped at noon.", "Nobody there knows why.")
PAGE = "https://www.news.example.org/19/1330000/ferry-stops-at-noon"
MOMENT = datetime(2021, 1, 27, 17, 30, tzinfo=timezone(timedelta(hours=2)))


def page(url: str, *texts: str, title: str = "Ferry stops", **told: object) -> Article:
    """An article that is named by its address alone."""
    made = article(url, *(texts or TEXTS), title=title, published=MOMENT, url=url)
    return replace(made, **told)  # type: ignore[arg-type]


def count(archive: Archive) -> int:
    return archive.holdings().articles


@pytest.mark.parametrize(
    "url",
    [
        f"{PAGE}?utm_source=chat&utm_medium=social",
        f"{PAGE}/",
        f"{PAGE}#comments",
        PAGE.replace("https", "http"),
        PAGE.replace("www.", ""),
        PAGE.replace("ferry-stops-at-noon", "why-the-ferry-stopped"),
        "https://news.example.org/amp/19/1330000/ferry-stops-at-noon/index.html",
    ],
)
def test_a_page_under_another_address_is_the_same_article(tmp_path: Path, url: str) -> None:
    with archive_of(tmp_path, page(PAGE)) as archive:
        assert archive.add([page(url)]) == Added(unchanged=1)
        assert archive.article(url) == page(PAGE)
        assert archive.add([page(url)]) == Added(unchanged=1)
        assert count(archive) == 1


def test_a_page_that_changed_is_known_under_another_spelling_of_its_address(
    tmp_path: Path,
) -> None:
    with archive_of(tmp_path, page(PAGE)) as archive:
        newer = page(f"{PAGE}?fbclid=1", "The ferry sails again.", title="Ferry sails")
        assert archive.add([newer]) == Added(changed=1)
        assert archive.article(PAGE) == page(PAGE, "The ferry sails again.", title="Ferry sails")


def test_the_papers_own_number_tells_an_article_at_another_address(tmp_path: Path) -> None:
    number = "news.example.org 1330000"
    first = Arrival(page(PAGE), names=(number,))
    second = Arrival(page("https://news.example.org/x", "All new."), names=(number,))
    with archive_of(tmp_path) as archive:
        assert archive.add([first, second]) == Added(new=1, changed=1)


@pytest.mark.parametrize(
    "other",
    [
        page("https://news.example.org/another-ferry", "Another ferry stopped."),
        page("https://post.example.org/ferry", source="Baltic Post"),
        page("https://news.example.org/next-day", published=date(2021, 1, 28)),
        page("https://news.example.org/other-headline", title="Ferry sinks"),
    ],
)
def test_what_differs_in_text_outlet_day_or_headline_is_another_article(
    tmp_path: Path, other: Article
) -> None:
    with archive_of(tmp_path, page(PAGE)) as archive:
        assert archive.add([other]) == Added(new=1)


def test_a_site_whose_every_article_has_its_first_page_as_address_keeps_them_apart(
    tmp_path: Path,
) -> None:
    home = "https://news.example.org/"
    rows = [article(f"n{n}", f"Text {n}.", title=f"{n}", url=home) for n in range(3)]
    section = [replace(each, id=f"s{each.id}", url=f"{home}news") for each in rows]
    with archive_of(tmp_path) as archive:
        assert archive.add([*rows, *section]) == Added(new=6)


@pytest.mark.parametrize("form", ["n{}", "1.{}", "story.{}", "node.7/{}"])
def test_ids_that_the_archive_gave_stay_apart_whatever_they_say(tmp_path: Path, form: str) -> None:
    rows = [article(form.format(n), "It rained.", title="Weather") for n in range(3)]
    with archive_of(tmp_path) as archive:
        assert archive.add(rows) == Added(new=3)


VILNIUS, LONDON = ZoneInfo("Europe/Vilnius"), ZoneInfo("Europe/London")
WRONG, RIGHT = Defaults("Wrong Paper", LONDON), Defaults("Nemunas Herald", VILNIUS)


def test_a_file_imported_again_with_another_outlet_and_zone_corrects_its_article(
    tmp_path: Path,
) -> None:
    file, folder = export(tmp_path / "ferry.txt"), tmp_path / "archive"
    assert take(folder, file, WRONG).added == Added(new=1)
    assert take(folder, file, RIGHT).added == Added(changed=1)
    (found,) = held(folder)
    assert (found.source, str(found.published)) == ("Nemunas Herald", "2021-01-27 17:30:00+02:00")
    assert take(folder, file, RIGHT).added == Added(unchanged=1)


def test_a_file_with_another_headline_and_time_corrects_its_article(tmp_path: Path) -> None:
    file, folder = export(tmp_path / "ferry.txt"), tmp_path / "archive"
    take(folder, file, RIGHT)
    text = file.read_text("utf-8")
    export(file, text.replace("17:30", "18:45").replace("Ferry stops", "Ferry to Klampuva stops"))
    assert take(folder, file, RIGHT).added == Added(changed=1)
    (found,) = held(folder)
    assert (found.title, f"{found.published:%H:%M}") == ("Ferry to Klampuva stops", "18:45")


def test_a_file_that_holds_another_article_than_before_is_a_new_one(tmp_path: Path) -> None:
    file, folder = export(tmp_path / "today.txt"), tmp_path / "archive"
    take(folder, file, RIGHT)
    text = file.read_text("utf-8").replace("27", "28").replace("noon", "one")
    export(file, text.replace("Nobody in Klampuva knows why.", "It is the second day."))
    assert take(folder, file, RIGHT).added == Added(new=1)
    assert len(held(folder)) == 2


def test_lines_imported_again_with_another_outlet_and_zone_correct_their_articles(
    tmp_path: Path,
) -> None:
    file, folder = tmp_path / "all.jsonl", tmp_path / "archive"
    rows = [
        {"title": f"Ferry {n}", "text": f"Ferry {n} stopped.", "published": "2021-01-27 17:30"}
        for n in range(20)
    ]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    assert take(folder, file, WRONG).added == Added(new=20)
    assert take(folder, file, RIGHT).added == Added(changed=20)
    found = held(folder)
    assert {(each.source, str(each.published)) for each in found} == {
        ("Nemunas Herald", "2021-01-27 17:30:00+02:00")
    }
    assert len(found) == 20


def test_an_outlet_that_was_named_is_not_lost_to_the_host_of_the_address(tmp_path: Path) -> None:
    with archive_of(tmp_path, page(PAGE)) as archive:
        assert archive.add([page(PAGE, source="news.example.org")]) == Added(unchanged=1)
        assert archive.add([page(f"{PAGE}/", source=UNKNOWN_OUTLET)]) == Added(unchanged=1)


def test_every_version_knows_where_it_came_from(tmp_path: Path) -> None:
    file, folder = export(tmp_path / "ferry.txt"), tmp_path / "archive"
    before = datetime.now(VILNIUS).replace(microsecond=0)
    take(folder, file, WRONG)
    take(folder, file, RIGHT)
    with Archive(folder) as archive:
        first, second = archive.versions(next(archive.changes_since(0)).id)
        assert first.seen is not None
        assert second.seen is not None
        assert before <= first.seen <= second.seen


def test_the_same_moment_in_utc_takes_the_papers_own_clock_from_no_article(tmp_path: Path) -> None:
    late = datetime(2021, 1, 28, 0, 30, tzinfo=timezone(timedelta(hours=2)))
    told, in_utc = (page(PAGE, published=moment) for moment in (late, late.astimezone(UTC)))
    with archive_of(tmp_path, told) as archive:
        assert archive.add([in_utc]) == Added(unchanged=1)
        assert archive.add([replace(in_utc, title="Ferry stopped")]) == Added(changed=1)
        assert archive.article(PAGE) == replace(told, title="Ferry stopped")
    with archive_of(tmp_path / "other", in_utc) as archive:
        assert archive.add([told]) == Added(changed=1)


OTHER = "https://www.news.example.org/19/1330001/bridge-opens"
BRIDGE = page(PAGE, "The bridge at Klampuva opened.", "Two mayors were there.", title="Bridge")
FOLLOWED = replace(BRIDGE, title="Bridge opened", paragraphs=(*BRIDGE.paragraphs, "A dog, too."))


@pytest.mark.parametrize("turn", [1, -1])
def test_two_pages_of_which_one_gives_the_others_address_for_its_own_are_two_articles(
    tmp_path: Path, turn: int
) -> None:
    pages = [Arrival(page(PAGE), PAGE), Arrival(BRIDGE, OTHER, names=(OTHER,))][::turn]
    with archive_of(tmp_path) as archive:
        for added in (Added(new=1), Added(unchanged=1)):
            assert [archive.add([one]) for one in pages] == [added, added]
        assert archive.add([Arrival(FOLLOWED, OTHER, names=(OTHER,))]) == Added(changed=1)
        assert archive.add([Arrival(page(PAGE, title="Ferry"), PAGE)]) == Added(changed=1)
        found = [each.article for each in archive.changes_since(0) if each.article]
        assert [each.title for each in found] == ["Bridge opened", "Ferry"]
        assert archive.known_id(OTHER) == found[0].id


def test_a_page_that_changed_wholly_is_the_article_that_came_from_it(tmp_path: Path) -> None:
    with archive_of(tmp_path) as archive:
        archive.add([Arrival(page(PAGE), PAGE)])
        assert archive.add([Arrival(BRIDGE, PAGE)]) == Added(changed=1)
