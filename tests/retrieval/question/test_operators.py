from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.render.english.answers import note_line
from retrieval.notes import TooManyOperators, TooManyPhrases
from retrieval.question.operators import NAMES, NEAR, Operators, read_operators, without_operators
from retrieval.text.analyser import analyser


def test_a_question_is_taken_apart() -> None:
    text = (
        'bridge since:2021-01 until:2021-03-14 source:BBC source:"LRT English" title:ferry '
        '-source:BNS -tunnel "old town" cost'
    )
    assert read_operators(text) == Operators(
        text='bridge "old town" cost',
        phrases=("old town",),
        excluded=("tunnel",),
        titles=("ferry",),
        sources=("BBC", "LRT English"),
        without=("BNS",),
        since=date(2021, 1, 1),
        until=date(2021, 3, 14),
        notes=(),
    )


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("since:2021", date(2021, 1, 1), None),
        ("SINCE:2021-03", date(2021, 3, 1), None),
        ("Since:2021-3-4", date(2021, 3, 4), None),
        ("until:2021", None, date(2021, 12, 31)),
        ("until:2024-02", None, date(2024, 2, 29)),
        ("since:2021 until:2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("since:2021-03-14 until:2021-03-14", date(2021, 3, 14), date(2021, 3, 14)),
        ("since:2020 since:2021", date(2021, 1, 1), None),
        ('since:"2021"', date(2021, 1, 1), None),
    ],
)
def test_since_and_until_name_days(text: str, since: date | None, until: date | None) -> None:
    read = read_operators(f"bridge {text}")
    assert (read.text, read.since, read.until, read.notes) == ("bridge", since, until, ())


@pytest.mark.parametrize(
    ("text", "sources", "titles"),
    [
        ("source:BBC", ("BBC",), ()),
        ("Source:bbc SOURCE:LRT", ("bbc", "LRT"), ()),
        ("source:“LRT English”", ("LRT English",), ()),
        ('source:" LRT  English "', ("LRT English",), ()),
        ("source:RFE/RL", ("RFE/RL",), ()),
        ('source:"LRT', ("LRT",), ()),
        ("title:ferry title:bridge", (), ("ferry", "bridge")),
        ("title:„new bridge”", (), ("new bridge",)),
    ],
)
def test_sources_and_titles_are_as_written(
    text: str, sources: tuple[str, ...], titles: tuple[str, ...]
) -> None:
    read = read_operators(text)
    assert (read.text, read.sources, read.titles) == ("", sources, titles)
    assert read.notes == ()


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("-source:BBC", ("BBC",)),
        ('-source:“LRT English” -Source:"cnn" ferry', ("LRT English", "cnn")),
        ("-source:BBC " * 20, ("BBC",) * 16),
        ("ferry-source:BBC", ()),
        ('"a -source:BBC"', ()),
    ],
)
def test_outlets_that_are_not_wanted_are_as_written(text: str, without: tuple[str, ...]) -> None:
    read = read_operators(text)
    assert (read.without, read.sources, read.excluded) == (without, (), ())


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("since:soon", "since: takes a date such as since:2021, since:2021-03 or since:2021-03-14"),
        ("since:2021-13", "since:2021-03-14"),
        ("since:2021-02-30", "since:2021-03-14"),
        ("since:", "since:2021-03-14"),
        ("until:", "until:2021-03-14"),
        ("until:yesterday", "until: takes a date such as until:2021"),
        ("source:", "source:BBC"),
        ('source:""', "source:BBC"),
        ("title:?", "title:bridge"),
        ("from:BBC", "source: takes a name such as source:BBC"),
        ("site:lrt.lt", "source:BBC"),
        ("author:Smith", "source:BBC"),
        ("before:2021", "until: takes a date such as until:2021, until:2021-03"),
        ("after:2021", "since: takes a date"),
        ("date:2021", "since: takes a date"),
        ("-title:ferry", "cannot be left out"),
        ("-since:2021", "cannot be left out"),
        ("-site:cnn.com", "-source:BBC leaves that one out"),
        ("since:2022 until:2021", "until:2021-12-31 is before since:2022-01-01"),
    ],
)
def test_a_wrong_operator_is_a_mistake_and_not_searched_for(wrong: str, right: str) -> None:
    read = read_operators(f"bridge {wrong} ferry")
    assert read == Operators("bridge ferry", (), (), (), (), (), None, None, read.notes)
    (note,) = read.notes
    assert right in note_line(note)
    assert "\n" not in note_line(note)


@pytest.mark.parametrize("name", ["intitle", "allintitle", "headline"])
def test_words_behind_another_programs_name_for_the_title_are_searched_for(name: str) -> None:
    read = read_operators(f'{name}:"old bridge" ferry')
    assert (read.text, read.titles, read.phrases) == ("old bridge ferry", (), ())
    (note,) = read.notes
    assert "title:bridge" in note_line(note)


def test_a_mistake_leaves_the_other_operators_in_force() -> None:
    read = read_operators("bridge since:soon source:BBC since:2021")
    assert (read.since, read.sources, len(read.notes)) == (date(2021, 1, 1), ("BBC",), 1)


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/a?since:2021", "see http://bbc.com now", "at 17:30 sharp", "3:1 won",
        "Re: question", "Q: what happened", "From: the editor", "Date: unknown", "source://x",
        "Minister: no comment", "COVID-19 - 5 -3", "well-known", "resource:BBC", "a.since:2021",
        "since 2021", "title", ":", "since :2021", '"see since:2021 there"',
    ],
)  # fmt: skip
def test_other_words_with_a_colon_stay_in_the_question(text: str) -> None:
    read = read_operators(text)
    assert read.text == text
    assert (read.since, read.sources, read.titles, read.excluded, read.notes) == (
        None, (), (), (), (),
    )  # fmt: skip


@pytest.mark.parametrize("text", ['"old bridge" cost', "“old bridge” cost", "„old bridge” cost"])
def test_quoted_words_are_a_phrase_and_stay_in_the_text(text: str) -> None:
    read = read_operators(text)
    assert (read.text, read.phrases) == (text, ("old bridge",))


def test_an_operator_behind_a_phrase_is_one() -> None:
    read = read_operators('"old bridge" since:2021 From: the editor source:BBC')
    assert read.text == '"old bridge" From: the editor'
    assert (read.since, read.sources) == (date(2021, 1, 1), ("BBC",))


def test_in_a_phrase_a_minus_excludes_nothing() -> None:
    read = read_operators('"the old -new bridge" -ferry')
    assert (read.phrases, read.excluded) == (("the old -new bridge",), ("ferry",))
    assert read.text == '"the old -new bridge"'


@pytest.mark.parametrize("text", ['"  "', '" - "', '"…" bridge'])
def test_a_phrase_without_a_letter_is_none(text: str) -> None:
    assert read_operators(text).phrases == ()


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ('after:""ferry since: "', ()),
        ('from:"" a "since: b"', ("since: b",)),
        ('+tunnel"old +bridge"', ("old +bridge",)),
    ],
)
def test_no_phrase_goes_over_a_hole_that_an_operator_leaves(
    text: str, phrase: tuple[str, ...]
) -> None:
    assert read_operators(text).phrases == phrase


WORDS = [
    *(f"{name}:" for name in (*NAMES, *NEAR)),
    "2021",
    "-",
    '"',
    "“",
    "”",
    " ",
    "x",
    "\n",
    "/",
    "+",
]


@given(st.text() | st.lists(st.sampled_from(WORDS)).map("".join))
def test_any_text_is_read_somehow(text: str) -> None:
    read = read_operators(text)
    assert not (read.since and read.until) or read.since <= read.until
    assert all(phrase in " ".join(text.split()) or phrase in text for phrase in read.phrases[:1])
    assert all("\n" not in note_line(note) for note in read.notes)


@pytest.mark.parametrize(
    "piece", ['"', "“", " ", "-a ", "source:", 'source:" ', "since:2021 ", "a"]
)
def test_a_hostile_text_takes_no_longer_than_its_length(piece: str) -> None:
    began = process_time()
    read_operators((piece * 4096)[:4096])
    assert process_time() - began < 0.5  # measured: 0.002; a quadratic reading takes seconds


@given(st.text() | st.lists(st.sampled_from(WORDS)).map("".join))
def test_other_peoples_words_hold_no_operator_and_stay_the_same_words(text: str) -> None:
    words = without_operators(text)
    assert read_operators(words) == Operators(
        " ".join(words.split()), (), (), (), (), (), None, None, ()
    )
    terms = analyser("en").terms
    assert terms(words.lower()) == terms(text.lower())


@pytest.mark.parametrize(
    "text",
    [
        '"old bridge" cost', "“old bridge” cost", "„old bridge“ cost", "»old bridge« cost",
        "«old bridge» cost", "‹old bridge› cost", "‘old bridge’ cost", "‚old bridge‘ cost",
        "'old bridge' cost", "`old bridge´ cost", "``old bridge'' cost", "「old bridge」 cost",
        "″old bridge″ cost", "❝old bridge❞ cost",
        "&quot;old bridge&quot; cost", "&ldquo;old bridge&rdquo; cost",
    ],
)  # fmt: skip
def test_quotation_marks_of_any_shape_make_a_phrase(text: str) -> None:
    assert read_operators(text).phrases == ("old bridge",)


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("‘don’t stop’ song", ("don’t stop",)),
        ("the mayor's 'don't stop' speech", ("don't stop",)),
        ("the ferrymen's strike and the drivers' pay", ()),
        ("the '90s and the drivers' pay", ()),
        ("rock 'n' roll", ()),
        ("‘Ferry’ opens", ("Ferry",)),
    ],
)
def test_an_apostrophe_is_no_quotation_mark(text: str, phrases: tuple[str, ...]) -> None:
    assert read_operators(text).phrases == phrases


@pytest.mark.parametrize(
    "text",
    [
        "“The bridge is safe,” Kalnienė said on Monday. “Nobody need fear.”",
        "‘The bridge is safe,’ says the mayor",
        "The mayor said that the bridge over the Rusnelė would be “open by the autumn” and that "
        "the ferry would run until then, while the drivers asked for money “at last” in all towns.",
    ],
)
def test_quotation_marks_in_a_pasted_text_make_no_phrases(text: str) -> None:
    read = read_operators(text)
    assert read.phrases == ()
    assert analyser("en").terms(read.text) == analyser("en").terms(text)


def test_a_mark_that_closes_what_was_cut_off_opens_nothing() -> None:
    assert read_operators('a whole," said Gludkis. "').phrases == ()
    assert read_operators('a whole," he said. "The bridge" fell').phrases == ("The bridge",)


def test_of_many_operators_the_first_are_read() -> None:
    read = read_operators("source:BBC " * 270 + "bridge")
    assert (read.text, read.sources) == ("bridge", ("BBC",) * 16)
    assert read.notes == (TooManyOperators(16),)
    assert read_operators("source:BBC " * 16).notes == ()


def test_of_many_phrases_and_exclusions_the_first_are_read() -> None:
    phrases = [f'"a {letter}"' for letter in "bcdefgh"] * 2
    read = read_operators(" ".join(phrases))
    assert (read.phrases, read.notes) == (("a b", "a c", "a d", "a e"), (TooManyPhrases(4),))
    assert len(read_operators("-a " * 40).excluded) == 16
    assert read_operators(" ".join(phrases[:4]) + " -a" * 16).notes == ()
    assert read_operators('"a b" ' * 40).phrases == ("a b",)


def test_many_outlets_make_no_pasted_text() -> None:
    names = [f"first{n}.herald.example" for n in range(11)]
    written = " ".join(f"source:{name}" for name in names)
    read = read_operators(f'ferries {written} source:"The Herald"')
    assert (read.sources, read.notes) == ((*names, "The Herald"), ())
