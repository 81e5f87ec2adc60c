"""What changed between two versions, by words."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from corpus.versions.differences import Change, Paragraph, by_words, differences

TEXTS = st.text(alphabet=list("ab Ž.,\n\u00a0"), max_size=30)


def marked(paragraph: Paragraph) -> str:
    """`The [-old-]{+new+} bridge.`"""
    return "".join(
        one.before if one.is_kept else f"[-{one.before}-]{{+{one.after}+}}" for one in paragraph
    )


@given(st.lists(TEXTS, max_size=6), st.lists(TEXTS, max_size=6))
def test_the_changes_joined_are_both_texts_to_the_character(
    before: Sequence[str], after: Sequence[str]
) -> None:
    found = differences(before, after)
    old = ["".join(change.before for change in paragraph) for paragraph in found]
    new = ["".join(change.after for change in paragraph) for paragraph in found]
    assert [text for text in old if text] == [text for text in before if text]
    assert [text for text in new if text] == [text for text in after if text]


@given(TEXTS, TEXTS)
def test_of_one_text_the_changes_joined_are_both(before: str, after: str) -> None:
    found = by_words(before, after)
    assert "".join(change.before for change in found) == before
    assert "".join(change.after for change in found) == after


def test_words_that_came_and_went_are_told_and_no_others() -> None:
    found = by_words(
        "Four people were hurt on Monday, police said.",
        "Five people were hurt on Monday evening, police said.",
    )
    assert marked(found) == (
        "[-Four-]{+Five+} people were hurt on Monday[--]{+ evening+}, police said."
    )


def test_a_word_in_front_leaves_the_first_one_as_it_was() -> None:
    assert marked(by_words("bridge opened", "New bridge opened")) == "[--]{+New +}bridge opened"


def test_changed_words_side_by_side_are_one_change() -> None:
    found = by_words(
        "It cost 4 million euros then, he said", "It cost 5 billion euros then, he said"
    )
    assert marked(found) == "It cost [-4 million-]{+5 billion+} euros then, he said"


def test_where_too_little_is_left_both_stand_whole() -> None:
    before, after = "The ferry is out of service.", "Nobody knows when it will sail again."
    assert by_words(before, after) == (Change(before, after),)
    assert differences([before], [after]) == [(Change(before, ""),), (Change("", after),)]


def test_paragraphs_that_came_and_went_stand_in_their_places() -> None:
    before = ["One stays as it is.", "Two goes away for good.", "The mayor, 43, was there."]
    after = ["One stays as it is.", "The mayor, 44, was there.", "Last comes something else."]
    assert [marked(paragraph) for paragraph in differences(before, after)] == [
        "One stays as it is.",
        "[-Two goes away for good.-]{++}",
        "The mayor, [-43-]{+44+}, was there.",
        "[--]{+Last comes something else.+}",
    ]


def test_texts_too_long_to_be_compared_stand_whole() -> None:
    before, after = "word " * 5_000, "word " * 5_001
    assert by_words(before, after) == (Change(before, after),)
    many = [f"Paragraph {number}." for number in range(5_000)]
    assert len(differences(many, many[1:])) == 9_999
