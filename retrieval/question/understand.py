"""What was asked: text → `Question`, analysed once in every language that the archive holds."""

import re
from collections.abc import Sequence
from datetime import date, datetime

from msgspec.structs import replace

from retrieval.notes import UnclearDay
from retrieval.question import titles
from retrieval.question.analysing import analysed, small_words
from retrieval.question.answers import asking_words
from retrieval.question.answers.answer_types import AnswerType, answer_type_of
from retrieval.question.kinds.chatter import PERHAPS_TALK
from retrieval.question.kinds.kind import Kind
from retrieval.question.kinds.telling import (
    asks_whether,
    chance_of_talk,
    claimed_type_of,
    kind_of,
    sounds_like_talk,
    vouched_for,
)
from retrieval.question.news import names_nothing
from retrieval.question.operators import IN_REST, Operators, read_operators
from retrieval.question.question import Analysis, Period, Question, Scope
from retrieval.question.times.expressions import Time, find_time
from retrieval.question.times.numeric import DAY, has_numbers, readings
from retrieval.question.times.other_languages import in_english
from retrieval.question.words import ADDRESS, ASKED_IN, asked_for, claimed
from retrieval.text.analyser import analyser


def understand(
    text: str,
    asked_at: datetime,
    *,
    scope: Scope | None = None,
    languages: Sequence[str] = (ASKED_IN,),
    is_said: bool = False,
) -> Question:
    """Read a question. Never fails: what has no searchable word has no terms.

    `languages` are those of the archive, by code. Days named in `scope` count before operators,
    and both before words such as "last March"; of what is claimed, or asked for a yes or no,
    words for a time are words like others.
    `is_said`: the text is somebody's statement, whatever it looks like, unless it asks something;
    so is that of which it is asked whether it is so.
    """
    known = languages or (ASKED_IN,)
    read, is_said = _read(in_english(text, known), asked_at.year, is_said=is_said)
    time = find_time(read.text, asked_at, language=ASKED_IN)
    if time and any(read.text[time.start : time.end] in phrase for phrase in read.phrases):
        time = None  # to be found as written
    links = tuple(ADDRESS.findall(text))
    is_narrowed = _is_narrowed(read, time)
    kind = _kind(read, links, is_said=is_said, is_narrowed=is_narrowed)
    is_yes_or_no = kind is Kind.QUESTION and asks_whether(_without_phrases(read), ASKED_IN)
    is_checked = kind is Kind.CLAIM or is_yes_or_no
    if is_checked:
        answer_type = claimed_type_of(read.text)
        words = claimed(text, read, time)
    else:
        of_time = read.text[time.start : time.end] if time else ""
        read_as = read if read.phrases else replace(read, text=titles.marked(read.text))
        answer_type = _answer_type(read_as.text, of_time)
        words = asked_for(text, read_as, time, answer_type)
    small = small_words(words.searched, known) if len(known) > 1 else frozenset()
    analyses = tuple(analysed(words, language, small) for language in known)
    given = _given(scope or Scope(), read)
    is_given = bool(given.since or given.until)
    is_meant = is_said or is_narrowed or bool(links)
    return Question(
        text=text,
        asked_at=asked_at,
        analyses=analyses,
        phrases=read.phrases,
        excluded=tuple(word for word in read.excluded if _has_terms(word, analyses)),
        titles=tuple(title for title in read.titles if _has_terms(title, analyses)),
        scope=given,
        period=None if is_given or is_checked else _period(words.time, time),
        hint=None if is_given or is_checked else _hint(words.time, time, asked_at.date()),
        answer_type=answer_type,
        kind=kind,
        is_yes_or_no=is_yes_or_no,
        talk=0.0 if is_meant else chance_of_talk(read.text, ASKED_IN),
        links=links,
        notes=read.notes,
    )


def is_chatter(text: str, asked_at: datetime) -> bool:
    """Whether by its words alone nothing in it is to be looked up; what an archive has may tell
    otherwise.
    """
    question = understand(text, asked_at)
    is_talk = question.talk > 0 and sounds_like_talk(question.text, ASKED_IN)
    return is_talk or question.kind is Kind.CHATTER


def _read(text: str, year: int, *, is_said: bool) -> tuple[Operators, bool]:
    """The text taken apart, and whether it is somebody's statement."""
    asked = ADDRESS.sub(" ", text if is_said else asking_words.mended(text))
    read = _without_unclear_days(read_operators(asked), year)
    if not (read.phrases or is_said) and (names := titles.phrases_of(read.text)):
        read = replace(read, text=titles.WHO.sub(r'"\g<0>"', read.text), phrases=names)
    if not read.phrases:
        read = replace(read, text=titles.with_country(read.text))
    if not read.phrases and (stated := vouched_for(read.text, ASKED_IN)):
        return replace(read, text=stated), True
    return read, is_said


def _answer_type(text: str, named: str) -> AnswerType | None:
    """What is asked for outside of marks, and of the words for a time, `named`."""
    timeless = text.replace(named, " ") if named else text
    return answer_type_of(titles.MARKED.sub(" ", timeless))


def _without_unclear_days(read: Operators, year: int) -> Operators:
    """Without days in numbers of two readings or none: no article prints them so.

    Where the news of such a day is all that is asked for, nothing is left.
    """
    if not has_numbers(read.text):
        return read
    notes = list(read.notes)

    def left(match: re.Match[str]) -> str:
        days = readings(match.group(), year)
        if len(days) == 1 or any(match.group() in phrase for phrase in read.phrases):
            return match.group()
        notes.append(UnclearDay(match.group(), days))
        return " "

    text = DAY.sub(left, read.text)
    if len(notes) > len(read.notes) and names_nothing(set(analyser(ASKED_IN).terms(text))):
        text = ""
    return replace(read, text=text, notes=tuple(dict.fromkeys(notes)))


def _kind(read: Operators, links: Sequence[str], *, is_said: bool, is_narrowed: bool) -> Kind:
    """A link is held against the archive."""
    if read.phrases and not re.search(r"\w", IN_REST.sub(" ", read.text)):
        return Kind.QUESTION  # words to be found as they are
    if not read.text and any(isinstance(note, UnclearDay) for note in read.notes):
        return Kind.QUESTION
    text = read.text if is_said else _without_phrases(read)
    kind = kind_of(text, ASKED_IN, is_said=is_said or bool(links))
    if kind is Kind.CHATTER and links:
        return Kind.CLAIM
    if not is_narrowed or (is_said and kind is not Kind.CHATTER):
        return kind
    is_chat = kind is Kind.CHATTER or chance_of_talk(text, ASKED_IN) >= PERHAPS_TALK
    return Kind.QUESTION if is_chat else kind


def _is_narrowed(read: Operators, time: Time | None) -> bool:
    """Whether it is looked for, whatever it sounds like, as by whoever writes operators."""
    bare = replace(read_operators(""), text=read.text, notes=read.notes)
    return read != bare or _is_all(time, read.text) or titles.names_a_work(read.text)


def _without_phrases(read: Operators) -> str:
    """What is said of the words that are to be found as they are: `"we will" Zelensky`."""
    return IN_REST.sub(" ", read.text) if read.phrases else read.text


def _is_all(time: Time | None, text: str) -> bool:
    """Whether nothing but a time is named: "yesterday", "27/01/2021"."""
    return time is not None and not re.search(r"\w", text[: time.start] + text[time.end :])


def _has_terms(word: str, analyses: Sequence[Analysis]) -> bool:
    return any(analyser(analysis.language).terms(word) for analysis in analyses)


def _given(scope: Scope, read: Operators) -> Scope:
    """What options say, and where they say nothing, operators."""
    return Scope(
        since=scope.since or read.since,
        until=scope.until or read.until,
        sources=scope.sources + read.sources,
        without=scope.without + read.without,
    )


def _period(words: str, time: Time | None) -> Period | None:
    """The time that is stated outright."""
    if time is None or not time.is_stated:
        return None
    return Period(time.since, time.until, words)


def _hint(words: str, time: Time | None, today: date) -> Period | None:
    """What "this week" asks for: fresh news, if there is any."""
    is_hint = time is not None and not time.is_stated and time.until == today
    return Period(time.since, today, words) if time and is_hint else None
