"""Lines beside an answer, in each language: none is left half said."""

from datetime import UTC, date, datetime

import pytest

from bot.render.english.answers import note_line
from bot.render.english.silence import searched_lines, short_searched_lines
from bot.render.english.telegram import changed_line
from bot.render.english.timeline import gap_lines, total_line
from bot.render.languages.speaking import speaking
from bot.render.languages.table import CODES
from corpus.archive.gaps import Gap
from retrieval.answer import Searched
from retrieval.conversation.changes import Change, What
from retrieval.notes import (
    Correction,
    Damaged,
    EmptySpan,
    Fault,
    Nearest,
    NotAllTakenIn,
    Note,
    NothingSoNew,
    OnlySearched,
    OtherTimes,
    PartUnanswered,
    PhraseNotFound,
    PhrasesApart,
    TooManyOperators,
    TooManyPhrases,
    UnclearDay,
    UnknownOutlet,
    UnknownWords,
    WrongOperator,
)
from retrieval.timeline.periods import Step
from tests.bot.render.timeline.timelines import timeline

DAY, LATER = date(2021, 1, 27), date(2021, 3, 3)
NOTES: tuple[Note, ...] = (
    *(WrongOperator(fault, "since:soon", "since") for fault in Fault),
    *(
        WrongOperator(Fault.EMPTY, f"{name}:", name)
        for name in ("since", "until", "source", "words", "title")
    ),
    TooManyOperators(20),
    TooManyPhrases(4),
    EmptySpan(LATER, DAY),
    UnclearDay("03/04/2021", (DAY, LATER)),
    UnclearDay("99/99/2021", ()),
    OtherTimes("last year"),
    NothingSoNew("yesterday", DAY),
    Nearest(DAY, DAY),
    Nearest(DAY, LATER),
    UnknownOutlet("BBC", tuple("ABCDEFGHIJ")),
    Correction("dolor", "door"),
    UnknownWords(tuple("abcdefgh")),
    *(
        PhraseNotFound("a dam", searched, read)
        for searched in (True, False)
        for read in (True, False)
    ),
    PhrasesApart(("a b", "c d")),
    PartUnanswered("Who won?"),
    *(Damaged(("x",) * count) for count in (1, 2, 5, 21)),
    NotAllTakenIn(),
    OnlySearched(DAY, LATER, ("BBC", "LRT"), ("dam",)),
    OnlySearched(None, LATER, (), ()),
    OnlySearched(None, LATER, without=("BNS", "CNN")),
)


@pytest.mark.parametrize("code", CODES)
def test_each_line_ends_with_one_stop_at_most_and_has_all_its_parts(code: str) -> None:
    """A Lithuanian date ends with a stop of its own."""
    gaps = tuple(Gap(name, DAY, LATER, 3.0) for name in ("BNS", "ELTA", "LRT", "BBC"))
    passages = (("dam", 12), ("Rudna", 1200))
    with speaking(code):
        lines = [note_line(note) for note in NOTES]
        for collected in (None, datetime(2021, 1, 28, 3, tzinfo=UTC)):
            searched = Searched(26_760, 5, DAY, LATER, collected, passages, 3, gaps)
            lines += [*searched_lines(searched), *short_searched_lines(searched)]
        lines += gap_lines(gaps)
        lines += [total_line(timeline(step=step)) for step in Step]
    assert [line for line in lines if ".." in line or "{" in line or "  " in line] == []


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("en", ["in 2021", "in March 2021", "on 8 September 2022", "before 2020", "yesterday"]),
        ("lt", ["2021", "2021 m. kovas", "2022 m. rugsėjo 8 d.", "iki: 2020", "vakar"]),
        ("pl", ["2021", "marzec 2021", "8 września 2022", "przed: 2020", "wczoraj"]),
        ("ru", ["2021", "март 2021", "8 сентября 2022", "до: 2020", "вчера"]),
    ],
)
def test_the_time_of_a_changed_question_is_said_in_the_language(code: str, said: list[str]) -> None:
    times = ["in 2021", "in March 2021", "on 8 September 2022", "before 2020", "yesterday"]
    with speaking(code):
        assert [changed_line("dam", [Change(What.TIME, time)]) for time in times] == [
            f"dam · {time}" for time in said
        ]
        for other in ("since:2021-03", "two years ago", "in 30 February 2021"):
            assert changed_line("dam", [Change(What.TIME, other)]).endswith(other)


@pytest.mark.parametrize("code", [code for code in CODES if code != "en"])
def test_no_line_stays_english(code: str) -> None:
    english = [note_line(note) for note in NOTES]
    with speaking(code):
        assert not set(english) & {note_line(note) for note in NOTES}
