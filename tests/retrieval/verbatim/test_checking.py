from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.archive.archive import Archive, Arrival
from corpus.article import HEADLINE, Article
from retrieval.answer import Difference
from retrieval.index.index import Index
from retrieval.verbatim.checking import Checker, Said, Verdict
from retrieval.verbatim.words import keys_of
from tests.archives import archive_of, article
from tests.whole_archive import places_of

FERRY = article(
    "ferry",
    "“The ferry won’t sail again,” said the harbour master. Nobody asked him why.",
    "On Friday 1,250 people signed a letter — a long one — to the U.S. consul in Šiauliai.",
    "It was read aloud.",
    title="Ferry: the last of its kind is sold for 3.7 million",
    published=date(2021, 3, 2),
)
BRIDGE = article(
    "bridge",
    "The mayor promised that the old bridge will never be closed to people on foot.",
    title="Mayor opens bridge",
    published=date(2021, 3, 1),
)


def check(quote: str, *articles: Article) -> Said:
    with TemporaryDirectory() as folder, archive_of(Path(folder), *articles) as archive:
        index = Index(archive, "tantivy")
        try:
            return Checker(archive, index).check(quote)
        finally:
            index.close()


@pytest.mark.parametrize(
    ("quote", "verdict"),
    [
        ("never be closed to people", Verdict.VERBATIM),
        ("never be closed to boats", Verdict.DIFFERS),
    ],
)
def test_a_printing_of_a_doubtful_date_is_not_the_first(
    tmp_path: Path, quote: str, verdict: Verdict
) -> None:
    doubtful = replace(BRIDGE, id="doubtful", source="Vilkas", published=date(1970, 1, 1))
    with Archive(tmp_path, create=True) as archive:
        archive.add([Arrival(doubtful, faults=("epoch",)), BRIDGE])
        index = Index(archive, "tantivy")
        said = [Checker(archive, index).check(quote, most=most) for most in (None, 1)]
        index.close()
    assert [one.verdict for one in said] == [verdict] * 2
    assert [one.first.article.id for one in said if one.first] == ["bridge"] * 2
    assert [(one.article.id, one.is_doubtful) for one in said[0].matches] == [
        ("bridge", False),
        ("doubtful", True),
    ]


@pytest.fixture(scope="module")
def checker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    with archive_of(tmp_path_factory.mktemp("archive"), FERRY, BRIDGE) as archive:
        index = Index(archive, "tantivy")
        yield Checker(archive, index)
        index.close()


@pytest.mark.parametrize(
    "quote",
    [
        "The ferry won’t sail again",
        "the ferry won't sail again, said the harbour master.",
        '"THE FERRY WON\'T SAIL AGAIN"',
        "»The ferry\nwon´t  sail again«",
        "1250 people signed a letter, a long one, to the US consul in Siauliai",
        "a let-\nter - a long one - to the U.S.",
        "Nobody asked him why. On Friday 1,250 people",
        "consul in Šiauliai.\n\nIt was read aloud.",
        "On Friday … to the U.S. consul",
        "Nobody asked him [...] a long one",
        "… it was read aloud …",
        "Ferry - the last of its kind",
        "sold for 3.7 million",
        "Mayor opens bridge\n\nThe mayor promised that",
        "Ferry: the last of its kind is sold for 3.7 million “The ferry won’t sail again”",
        "The ferry won’t sail again, said the harbour master.\nhttps://herald.example/ferry?a=1",
        "it was",
        "a",
    ],
)
def test_what_is_printed_is_verbatim_however_it_is_pasted(checker: Checker, quote: str) -> None:
    said = checker.check(quote)
    assert said.verdict is Verdict.VERBATIM
    assert said.first is not None
    assert said.first.article in (FERRY, BRIDGE)


@pytest.mark.parametrize(
    ("quote", "said", "printed"),
    [
        ("the old bridge will be closed to people on foot", "", "never"),
        ("the old bridge will never be closed to people on horseback", "horseback", "foot"),
        ("the tramway won't sail again", "tramway", "ferry"),
        ("The mayor has promised that the old bridge", "has", ""),
        ("On Friday 1,350 people signed a letter", "1,350", "1,250"),
        ("Councillors promised that the old bridge will never", "Councillors", "mayor"),
        ("sold for 37 million", "37", "3.7"),
        ("The ferry wont sail again", "wont", "won’t"),
        ("Nobody asked him why. On Sunday 1,250 people", "Sunday", "Friday"),
        ("not the old bridge will never be closed", "not", "that"),
        ("Never the mayor promised that", "Never", ""),
    ],
)
def test_one_changed_word_is_shown_and_nothing_else(
    checker: Checker, quote: str, said: str, printed: str
) -> None:
    found = checker.check(quote)
    assert found.verdict is Verdict.DIFFERS
    assert found.matches[0].differences == (Difference(said, printed),)


def test_what_is_printed_in_the_place_of_a_changed_word_is_marked(checker: Checker) -> None:
    (excerpt,) = checker.check("the tramway won't sail again").matches[0].excerpts
    ((start, end),) = excerpt.highlights
    assert excerpt.text[start:end] == "ferry"


@pytest.mark.parametrize(
    "quote",
    [
        "the harbour master promised that the mayor signed",
        "The ferry won’t be closed to people on foot",
        "nothing of this kind stands here",
        "sail bridge",
        "",
        "…",
        "?!",
        "On Friday … promised that",
    ],
)
def test_what_is_put_together_or_printed_nowhere_is_absent(checker: Checker, quote: str) -> None:
    said = checker.check(quote)
    assert said == Said(quote, Verdict.ABSENT)


def test_the_words_that_an_ellipsis_stands_for_are_shown(checker: Checker) -> None:
    said = checker.check("the old bridge will … be closed to people on foot")
    assert said.verdict is Verdict.VERBATIM
    assert said.matches[0].differences == (Difference("…", "never"),)


def test_a_quote_over_two_paragraphs_has_an_excerpt_of_each(checker: Checker) -> None:
    said = checker.check("consul in Šiauliai. It was read")
    assert said.first is not None
    assert [excerpt.text for excerpt in said.first.excerpts] == [
        "consul in Šiauliai",
        "It was read",
    ]
    assert [excerpt.paragraph.position for excerpt in said.first.excerpts] == [1, 2]


@pytest.mark.parametrize("between", ["\n", " "])
def test_paragraphs_without_a_last_point_are_found_however_they_are_joined(between: str) -> None:
    texts = ("The tide was low, and the crew slept on deck", "Photo by nobody we know of, at noon",
             "Later the master of the old ship paid the crew")  # fmt: skip
    assert check(between.join(texts), article("x", *texts)).verdict is Verdict.VERBATIM


def test_a_contraction_written_out_is_one_word_that_differs() -> None:
    said = check("they are mending the nets", article("x", "“They’re mending the nets.”"))
    assert said.matches[0].differences == (Difference("they are", "They’re"),)


def test_a_headline_counts_as_text(checker: Checker) -> None:
    said = checker.check("mayor opens bridge")
    assert said.first is not None
    (excerpt,) = said.first.excerpts
    assert (excerpt.paragraph.position, excerpt.text) == (HEADLINE, "Mayor opens bridge")


@pytest.mark.parametrize("quote", ["we will mend it", "we will"])
def test_the_first_printing_is_the_earliest_by_the_clock(quote: str) -> None:
    eastern, western = timezone(timedelta(hours=12)), timezone(timedelta(hours=-11))
    early = article("early", "We will mend it.", published=datetime(2021, 3, 2, 1, tzinfo=eastern))
    plain = article("plain", "We will mend it.", published=date(2021, 3, 2))
    late = article("late", "We will mend it.", published=datetime(2021, 3, 1, 23, tzinfo=western))
    said = check(quote, late, plain, early)
    assert [match.article.id for match in said.matches] == ["early", "plain", "late"]
    assert said.first == said.matches[0]


def test_all_printings_are_read_and_not_only_the_best() -> None:
    many = [
        article(f"{n}", "The harbour is closed.", published=datetime(2021, 1, 1, tzinfo=UTC))
        for n in range(300)
    ]
    first = article(
        "x", "They say the harbour is closed, and long talk " * 40, published=date(2020, 1, 1)
    )
    said = check("harbour is closed", *many, first)
    assert len(said.matches) == 301
    assert said.first is not None
    assert said.first.article.id == "x"


def test_a_very_long_quote_is_held_against_the_archive() -> None:
    text = " ".join(f"Ship {n} left the pier with {n * 7 % 97} crates of tea." for n in range(300))
    middle = text.index("Ship 150")
    long = article("long", text[: middle - 1], text[middle:])
    assert check(text, long).verdict is Verdict.VERBATIM
    said = check(text.replace("Ship 200 left", "Ship 200 never left"), long)
    assert [match.differences for match in said.matches] == [(Difference("never", ""),)]


WORDS = st.sampled_from(
    "The ferry, will NOT don’t sail U.S. 1,250 post-office Ó… a. harbour".split()
)
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=12).map(" ".join), min_size=1, max_size=3)


@settings(max_examples=40)
@given(TEXTS, st.data())
def test_what_is_called_verbatim_is_what_a_scan_finds(
    texts: list[str], data: st.DataObject
) -> None:
    words = data.draw(st.sampled_from(texts)).split()
    drawn = data.draw(st.lists(st.sampled_from(words), min_size=1, max_size=4))
    quote = data.draw(st.sampled_from([" ".join(words[1:4]), " ".join(drawn)])).replace("…", "")
    with TemporaryDirectory() as folder, archive_of(Path(folder), article("x", *texts)) as archive:
        index = Index(archive, "tantivy")
        said = Checker(archive, index).check(quote)
        index.close()
        places = list(places_of(quote, archive))
    assert bool(places) <= (said.verdict is Verdict.VERBATIM)
    for match in said.matches if said.verdict is Verdict.VERBATIM else ():
        printed = [key for excerpt in match.excerpts for key in keys_of(excerpt.text)]
        assert printed == keys_of(quote)
        for excerpt in match.excerpts:
            assert excerpt.paragraph.text == texts[excerpt.paragraph.position]
