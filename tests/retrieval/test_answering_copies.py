"""One story is one card, and what stands on every page is not quoted."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

from corpus.article import Article
from retrieval.answer import Answer
from retrieval.answering import Answerer
from retrieval.index.index import Index
from retrieval.verbatim.checking import Checker, Verdict
from retrieval.verbatim.chronology import Order
from tests.archives import archive_of, article

NOW = datetime(2022, 1, 1, tzinfo=UTC)
DAY = date(2021, 6, 1)
STORY = (
    "The harbour of Klampuva was closed on Tuesday after a crane fell into the water.",
    "Nobody was hurt, said the harbour master Jonas Trumpas, who saw the crane fall.",
    "Divers will look for the crane on Friday, when the wind has gone down again.",
)
HERALD = article("herald", *STORY, title="Crane falls", published=DAY, agency="Rudna Wire")
POST = article(
    "post", *STORY[:2], "The Post asks for photographs of it all from its many readers.",
    title="Harbour closed", published=DAY + timedelta(days=1), source="Baltic Post",
)  # fmt: skip
OTHERS = tuple(
    article(
        f"other-{year}",
        f"In {year} a crane stood still in the harbour of Klampuva for {year - 1900} days.",
        published=date(year, 3, 1),
    )
    for year in (2017, 2018, 2019)
)
QUESTION = "Why was the harbour of Klampuva closed after a crane fell?"


@contextmanager
def opened(folder: Path, *articles: Article) -> Iterator[tuple[Answerer, Checker]]:
    with archive_of(folder, *articles) as archive:
        index = Index(archive, "tantivy")
        yield Answerer(archive, index), Checker(archive, index)
        index.close()


def shown(answer: Answer) -> list[tuple[str, list[str]]]:
    return [(one.article.id, [copy.article for copy in one.copies]) for one in answer.quotes]


def asked(folder: Path, *articles: Article, text: str = QUESTION) -> Answer:
    with opened(folder, *articles) as (answerer, _):
        return answerer.ask(text, asked_at=NOW)


def test_copies_are_one_card_and_their_place_goes_to_the_next_article(tmp_path: Path) -> None:
    answer = asked(tmp_path, POST, HERALD, *OTHERS)
    assert shown(answer)[0] == ("herald", ["post"])
    assert len(answer.quotes) == 3
    (copy,) = answer.quotes[0].copies
    assert (copy.source, copy.published, copy.agency) == ("Baltic Post", POST.published, None)
    (quote, *_) = answer.quotes
    assert quote.paragraph.text in HERALD.paragraphs
    assert quote.text in quote.paragraph.text


def test_the_earliest_is_so_by_the_instant(tmp_path: Path) -> None:
    east, west = timezone(timedelta(hours=9)), timezone(timedelta(hours=-5))
    late = article("late", *STORY, published=datetime(2021, 6, 1, 1, tzinfo=west))
    early = article("early", *STORY, published=datetime(2021, 6, 1, 8, tzinfo=east), source="Post")
    assert shown(asked(tmp_path, late, early))[0] == ("early", ["late"])


def test_an_earlier_copy_that_lacks_the_words_is_listed_and_not_quoted(tmp_path: Path) -> None:
    brief = article(
        "brief", *STORY[1:], "A ship waited.", published=DAY - timedelta(days=1), source="Vilkas"
    )
    answer = asked(tmp_path, HERALD, brief)
    assert shown(answer) == [("herald", ["brief"])]
    assert answer.quotes[0].text == STORY[0]


def test_a_copy_that_was_not_found_is_listed_and_one_out_of_scope_not_quoted(
    tmp_path: Path,
) -> None:
    answer = asked(tmp_path, HERALD, POST, text=f'{QUESTION} source:"Baltic Post"')
    assert shown(answer) == [("post", ["herald"])]


def test_a_retelling_with_other_paragraphs_is_the_same_story(tmp_path: Path) -> None:
    parted = article(
        "parted",
        f"{STORY[0]} {STORY[1]}",
        f"{STORY[2]} It was the second crane this year.",
        source="Vilkas",
        published=DAY + timedelta(days=2),
    )
    assert len(shown(asked(tmp_path, HERALD, parted))) == 1


def test_the_same_story_a_month_later_is_another_card(tmp_path: Path) -> None:
    words = article(
        "again", "A month later the harbour of Klampuva was closed by a crane that fell."
    )
    later = article("later", words.paragraphs[0], *STORY[1:], published=DAY + timedelta(days=30))
    assert len(asked(tmp_path, HERALD, later).quotes) == 2


def test_when_one_copy_is_taken_down_the_other_is_shown_alone(tmp_path: Path) -> None:
    with archive_of(tmp_path, HERALD, POST) as archive, archive.writing():
        archive.remove("herald")
    assert shown(asked(tmp_path)) == [("post", [])]


DESK = "Write to the news desk of the Herald about whatever happens in the harbour."
PAGES = tuple(
    article(
        f"page{n}",
        f"On day {n} the ferry number {n * 7} left the pier with {n * 11} people on board.",
        DESK,
        published=DAY + timedelta(days=n),
    )
    for n in range(8)
)


def test_what_stands_on_many_pages_is_shown_and_not_quoted(tmp_path: Path) -> None:
    text = "Who can write to the news desk of the Herald about the harbour?"
    assert asked(tmp_path, *PAGES[:7], text=text).quotes[0].text == DESK
    assert not any(one.text == DESK for one in asked(tmp_path, PAGES[7], text=text).quotes)


def test_what_stands_on_many_pages_is_quoted_when_its_very_words_are_asked_for(
    tmp_path: Path,
) -> None:
    (quote, *_) = asked(tmp_path, *PAGES, text='"news desk of the Herald"').quotes
    assert quote.text == DESK


def test_news_begin_behind_what_stands_on_many_pages(tmp_path: Path) -> None:
    pages = [
        article(one.id, *one.paragraphs[::-1], title=one.paragraphs[0], published=one.published)
        for one in PAGES
    ]
    answer = asked(tmp_path, *pages, text="What happened in June 2021?")
    assert answer.quotes
    assert not any(one.text == DESK for one in answer.quotes)


def test_by_day_printings_of_one_story_are_one_card(tmp_path: Path) -> None:
    later = article("later", f"Again: {STORY[0]}", published=DAY + timedelta(days=60))
    for order, expected in (
        (Order.OLDEST, [("herald", ["post"]), ("later", [])]),
        (Order.NEWEST, [("later", []), ("herald", ["post"])]),
    ):
        with opened(tmp_path, HERALD, POST, later) as (answerer, _):
            answer = answerer.ask_by_day('"a crane fell into the water"', asked_at=NOW, order=order)
        assert shown(answer) == expected
        assert answer.total == 3


def test_near_a_quote_each_story_is_named_once(tmp_path: Path) -> None:
    with opened(tmp_path, HERALD, POST, *OTHERS) as (_, checker):
        said = checker.check("The harbour of Klampuva was closed on Monday after a crane fell.")
    assert said.verdict is Verdict.DIFFERS
    assert [match.article.id for match in said.matches].count("post") == 0
    assert said.first is not None
    assert said.first.article.id == "herald"


def test_a_claim_shows_one_story_once(tmp_path: Path) -> None:
    with opened(tmp_path, POST, HERALD, *OTHERS) as (answerer, _):
        claim = "The harbour of Klampuva was closed on Tuesday after a crane fell into the water."
        answer = answerer.check(claim, asked_at=NOW)
    assert ("herald", ["post"]) in shown(answer)
    assert "post" not in [one.article.id for one in answer.quotes]
