"""A name or a thing put in the place of another: "and in Latvia?" behind "elections in Estonia"."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from retrieval.conversation.language import RARE, WORD, Said, is_country, telling
from retrieval.conversation.languages.countries import country
from retrieval.conversation.languages.turns import Turns
from retrieval.question.kinds.english import ENGLISH as SPEECH

ARTICLES = frozenset({"the", "a", "an"})
BEING = frozenset({"is", "are", "was", "were"})
OWNED = re.compile(r"\w's?\Z")  # at the end of "women's"
JOINED = re.compile(r" (?:& )?")  # between two words of a name
BEFORE = re.compile(
    r"(?<!\w)(?:New|North|South|East|West|Central|Great|Saint|St\.?|Will) \Z"
)  # "York"
MOST_OF_ONE = 2  # words of a question that is one name: of more, some may be another's


class Place(NamedTuple):
    """Where words go, in the place of others."""

    start: int
    end: int
    words: str


class Run(NamedTuple):
    """Words that stand together; `lead`: what stands before them, as "in the"."""

    words: str
    lead: str
    is_name: bool
    is_country: bool


def run_of(text: str, said: Sequence[Said], turns: Turns) -> Run:
    """From the first of the words that tell something to the last."""
    start, end = start_of_name(text, said[0].start), said[-1].end
    before = [match.group() for match in WORD.finditer(text[:start])]
    lead: list[str] = []
    while before and before[-1].lower() in turns.leading:
        lead.insert(0, before.pop())
    words = text[start:end]
    return Run(words, " ".join(lead), _has_name(said), _has_country(said, turns))


def in_english(run: Run, turns: Turns) -> Run:
    """The same behind a question in English: a country's name, without small words before it."""
    name = None if turns.code == SPEECH.code else country(run.words, turns.code)
    return run._replace(words=name, lead="") if name else run


def put_in(run: Run, about: str, turns: Turns) -> str:
    """In the place of what stands behind the same word, or of a name of the same sort; else behind
    all.
    """
    place = (
        _behind_same_word(run, about, turns)
        or _of_same_sort(run, about, turns)
        or _all_that_is_asked_of(run, about, turns)
    )
    if place is None:
        lead = "" if run.lead.lower() in ARTICLES else run.lead
        return " ".join(filter(None, (about, lead, run.words)))
    return f"{about[: place.start]}{place.words}{about[place.end :]}"


def _behind_same_word(run: Run, about: str, turns: Turns) -> Place | None:
    """What follows the last such word up to the next; only a name takes a name's place."""
    leads = run.lead.split()
    words = list(WORD.finditer(about))
    for place in reversed(range(len(words))):
        if not leads or words[place].group().lower() != leads[0].lower():
            continue
        held: list[re.Match[str]] = []
        for word in words[place + 1 :]:
            is_article = not held and word.group().lower() in ARTICLES
            if word.group().lower() in turns.leading and not is_article:
                break
            held.append(word)
        if not held:
            continue
        start, end = held[0].start(), held[-1].end()
        said = [one for one in telling(about, turns) if start <= one.start < end]
        if not run.is_name and leads[0].lower() in ARTICLES and OWNED.search(run.words):
            return Place(start, start, f"{run.words} ")  # "the women's" is some of "the race"
        if said and _has_name(said) == run.is_name:
            return Place(start, end, " ".join((*leads[1:], run.words)))
    return None


def _of_same_sort(run: Run, about: str, turns: Turns) -> Place | None:
    """The last name in it that is a place where this is a country, and none where this is none;
    nor what is all of a question, and may be several names.
    """
    if not run.is_name:
        return None
    names = [one for one in telling(about, turns) if one.is_name and not one.word.isdecimal()]
    runs: list[list[Said]] = []
    for one in names:
        last = runs[-1][-1] if runs else None
        is_near = last is not None and JOINED.fullmatch(about, last.end, one.start)
        if is_near and last and not (is_country(last.word, turns) or is_country(one.word, turns)):
            runs[-1].append(one)
        else:
            runs.append([one])
    is_place = run.is_country or not turns.within.isdisjoint(run.lead.lower().split())
    same = [one for one in runs if _is_place(one, about, turns) == is_place]
    if same and len(telling(about, turns)) == len(same[-1]) > MOST_OF_ONE:
        return None
    if not same:
        return None
    return Place(start_of_name(about, same[-1][0].start), same[-1][-1].end, run.words)


def start_of_name(text: str, start: int) -> int:
    """Of "New York" that of "New", and of "Will Smith" that of "Will", which by themselves tell
    nothing.
    """
    before = BEFORE.search(text[:start])
    return before.start() if before else start


def _all_that_is_asked_of(run: Run, about: str, turns: Turns) -> Place | None:
    """Of "how old is joe biden" the name, also in small letters, which a rare word tells."""
    told = telling(about, turns)
    if run.lead or not told or about[told[-1].end :].strip():
        return None
    start, end = told[0].start, told[-1].end
    before = WORD.findall(about[:start].lower())
    is_asked = len(before) > 1 and before[0] in turns.asking and before[-1] in BEING
    is_one = len(told) == len(WORD.findall(about[start:end])) <= MOST_OF_ONE
    is_rare = any(one.nats > RARE for one in told)
    return Place(start, end, run.words) if is_asked and is_one and is_rare else None


def _is_place(said: Sequence[Said], about: str, turns: Turns) -> bool:
    """A country, or what stands behind "in" or "in the"."""
    before = WORD.findall(about[: start_of_name(about, said[0].start)].lower())
    before = [word for word in before if word not in ARTICLES]
    return is_country(said[-1].word, turns) or (bool(before) and before[-1] in turns.within)


def _has_name(said: Sequence[Said]) -> bool:
    return any(one.is_name for one in said)


def _has_country(said: Sequence[Said], turns: Turns) -> bool:
    return any(is_country(one.word, turns) for one in said)
