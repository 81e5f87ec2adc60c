from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.article_store import ArchiveStore
from retrieval.verbatim.words import Words, keys_of
from tests.archives import archive_of, article
from tests.whole_archive import places_of


def quoted(directory: Path, phrase: str) -> list[str]:
    with archive_of(directory) as archive:
        places = list(places_of(phrase, archive))
    return [place.found.text[place.start : place.end] for place in places]


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("we will", "And WE will, they said."),
        ("don't", "I don’t."),
        ("the who", "Seen at The W.H.O. today"),
        ("siauliai", "In ŠIAULIAI it rained."),
        ("Šiauliai", "In Siauliai it rained."),
        ("1250 boats", "Some 1,250 boats came."),
        ("OJ's", "It was O.J.’s glove."),
        ("3.7", "It was 3.7 on the scale."),
        ("will they", "“It will,” they said."),
        ("слово", "Вот СЛОВО."),
        ("bri\u00addge", "The br\u00adidge."),
        ("naïve", "So naive."),
    ],
)
def test_a_phrase_is_found_however_it_is_written(tmp_path: Path, phrase: str, text: str) -> None:
    with archive_of(tmp_path, article("x", "Nothing here.", text), article("y", "Or here.")):
        pass
    (found,) = quoted(tmp_path, phrase)
    assert keys_of(found) == keys_of(phrase)


def test_headlines_come_first_and_have_no_position(tmp_path: Path) -> None:
    with archive_of(tmp_path, article("x", "The ferry", title="We will"), article("y", "we will")):
        pass
    with archive_of(tmp_path) as archive:
        first, second = places_of("we will", archive)
    assert (first.found.position, second.found.position) == (None, 0)


def test_what_is_no_longer_so_or_removed_is_not_found(tmp_path: Path) -> None:
    with archive_of(tmp_path, article("x", "We will."), article("y", "We will.")) as archive:
        with archive.writing():
            archive.add([article("x", "We will not.", published=date(2021, 1, 28))])
            archive.remove("y")
        (place,) = places_of("we will", archive)
    assert place.found.text == "We will not."


@pytest.mark.parametrize("phrase", ["", "…", "“ ”", "\n"])
def test_a_phrase_without_a_word_stands_nowhere(tmp_path: Path, phrase: str) -> None:
    with archive_of(tmp_path, article("x", "We will.", "…")):
        pass
    assert quoted(tmp_path, phrase) == []


# Readers leave no control characters and no halves of a pair; the engine of the scan ends a text
# at a NUL.
WRITTEN = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1)
TEXTS = st.lists(WRITTEN, min_size=1, max_size=4)


@settings(max_examples=60)
@given(TEXTS, st.data())
def test_a_scan_finds_each_text_that_has_the_words_and_no_other(
    texts: list[str], data: st.DataObject
) -> None:
    words = keys_of(data.draw(st.sampled_from(texts)))
    first = data.draw(st.integers(0, max(0, len(words) - 1)))
    phrase = " ".join(words[first : first + 3])
    with TemporaryDirectory() as folder, archive_of(Path(folder), article("x", *texts)) as archive:
        found = [place.found.position for place in places_of(phrase, archive)]
    run = keys_of(phrase)
    assert found == [n for n, text in enumerate(texts) if run and Words(text).find(run) is not None]


@settings(max_examples=60)
@given(TEXTS, st.data())
def test_what_is_read_as_it_is_stored_misses_no_text_either(
    texts: list[str], data: st.DataObject
) -> None:
    words = keys_of(data.draw(st.sampled_from(texts)))
    first = data.draw(st.integers(0, max(0, len(words) - 1)))
    run = words[first : first + 10]
    with TemporaryDirectory() as folder, archive_of(Path(folder), article("x", *texts)) as archive:
        found = {one.position for some in ArchiveStore(archive).having(run) for one in some}
    assert found >= {n for n, text in enumerate(texts) if run and Words(text).find(run) is not None}


@pytest.mark.parametrize("word", ["w" * 60_000, "1234567890" * 100])
def test_a_word_longer_than_any_pattern_may_be_is_found(tmp_path: Path, word: str) -> None:
    with archive_of(tmp_path, article("x", f"It said {word} twice."), article("y", word[:-1])):
        pass
    assert quoted(tmp_path, word) == [word]
