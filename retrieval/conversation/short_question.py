"""A short question behind an answer, which is about what that one was about: "who scored?".

Names in small letters look like other words, so a word that follows a verb such as "is" may be one
("how old is trump"), unless it has an article, or the question refers to something by itself.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from retrieval.conversation.asked_for import AskedFor
from retrieval.conversation.changes import Before, Change, FollowUp, What
from retrieval.conversation.language import RARE, WORD, Said, speaks_to_somebody, telling
from retrieval.conversation.languages.turns import Turns
from retrieval.conversation.naming import ARTICLES, start_of_name
from retrieval.conversation.remark import is_own
from retrieval.conversation.taken_apart import taken_apart
from retrieval.question.kinds import Kind
from retrieval.question.kinds.english import ENGLISH as SPEECH
from retrieval.question.kinds.telling import kind_of, sounds_like_talk

MOST_SMALL = 5  # words of a question that names nothing: "when was that"
GENERAL = frozenset("do does can could should would".split())  # "who does that" asks of no event
MOST_SMALL_ELSEWHERE = 3  # the same in languages that need no "did": "kur tai buvo"
MEASURED = frozenset("long many much often old big far high fast".split())  # behind "how"
MOST_LONE = 3  # words of one that asks for a thing, and may be talk: "what is that"
MOST_VAGUE = 7  # words of one that refers to something
NO_SUBJECTS = frozenset({"when", "where", "why"})  # behind which a verb such as "did" asks
# "when's the next one", "and the last one?"; "the first one" and "next" ask for an order or more.
ANOTHER = re.compile(
    r"^(?P<before>.*?)(?<!\w)(?:the )?(?P<which>next|last|second|third) one(?P<behind>\W.*|)$", re.I
)
WHICH = r"(?:next|last|first|second|third|latest) "
THING = re.compile(rf"(?<!\w)(?:(?:the|an?|this) (?:{WHICH})?|{WHICH})(?P<thing>.+)", re.I)
NEAR = 2  # words from the asking one to what is asked, where no verb tells a name from it


@dataclass(frozen=True, slots=True)
class _Asked:
    """`words` from the asking one on, in small letters, of which `said` tell something beside a
    time; `refers`: some stand for what was named before; `goes_on`: it begins with "but", "and".
    """

    text: str
    words: Sequence[str]
    said: Sequence[Said]
    turns: Turns
    refers: bool
    has_time: bool
    goes_on: bool

    @property
    def begins(self) -> bool:
        """Whether what is asked stands behind the asking word: "who scored", not "who is"."""
        place = self.words.index(self.said[0].word.lower())
        if self.turns.code != SPEECH.code:
            return place <= NEAR
        return SPEECH.openers.isdisjoint(self.words[:place])

    @property
    def has_article(self) -> bool:
        return not ARTICLES.isdisjoint(self.words)

    @property
    def is_vague(self) -> bool:
        """Whether nobody would ask it without what was answered before."""
        if not self.said or self.refers:
            return len(self.words) <= MOST_VAGUE
        is_plain = not self.has_article and not self.has_time
        return is_plain and len(self.said) == 1 and self.begins

    @property
    def is_own(self) -> bool:
        """Whether it names what it is about."""
        is_rare = any(one.is_name or one.nats > RARE for one in self.said)
        is_thing = len(self.said) == 1 and (self.is_vague or self.has_article or self.goes_on)
        return (is_rare and not is_thing) or is_own(self.text, self.said, self.turns)

    def names_again(self, about: str) -> bool:
        """Whether it names somebody, and nobody but who was named: "why did Smith resign"."""
        names = {one.word for one in self.said if one.is_name}
        return bool(names) and names.issubset(WORD.findall(about))

    @property
    def in_english(self) -> str:
        """As questions are read: in other languages the first word stands in English."""
        if self.turns.code == SPEECH.code:
            return self.text
        return " ".join(
            filter(None, (self.turns.asking[self.words[0]], *(one.word for one in self.said)))
        )


def short_question(
    before: Before, wanted: AskedFor, text: str, asked_at: datetime
) -> FollowUp | None:
    """The new question with what the old one was about; None where it asks nothing, or tells enough
    by itself.
    """
    asked = _read(wanted)
    old = taken_apart(replace(before, text=before.behind or before.text))
    if asked is None or (asked.is_own and not asked.names_again(old.about)):
        return None
    if wanted.time is not None or before.is_said:  # what is claimed may have a wrong time
        old = old.without_time()
    about = old.without_time().about
    told = telling(about, old.turns)
    if not told:
        return None
    time = old.time.english if old.time else ""
    start = start_of_name(about, told[0].start) if told[0].is_name else told[0].start
    parts = (asked.in_english, about[start : told[-1].end], time)
    return FollowUp(
        text=" ".join((" ".join(filter(None, parts)) + "?", *old.operators)),
        asked_at=before.asked_at if old.time else asked_at,
        is_said=False,
        order=None,
        about=old.about,
        changes=(Change(What.QUESTION, " ".join(text.split())),),
        is_joined=asked.is_vague,
        behind=before.behind or before.text,
    )


def another_one(before: Before, wanted: AskedFor, text: str, asked_at: datetime) -> FollowUp | None:
    """The new question with the old one's thing in the place of "one", or the old one about the
    next thing where the new words ask nothing; None of other words, and where no thing was named.
    """
    match = ANOTHER.match(" ".join(wanted.operators.text.rstrip(" ?!.").split()))
    old = taken_apart(before).without_time()
    told = telling(old.about, old.turns)
    if wanted.turns.code != SPEECH.code or match is None or not told:
        return None
    thing = THING.search(old.about)
    start = thing.start("thing") if thing else told[0].start
    another = f"{match['which'].lower()} {old.about[start:]}"
    asking = WORD.findall(match["before"].lower())
    is_asking = bool(asking) and (asking[0] in wanted.turns.asking or asking[0] in SPEECH.openers)
    if is_asking:
        new = f"{match['before']}the {another}{match['behind']}"
    else:
        new = re.sub(f"{WHICH}$", "", old.about[:start]) + another
    mark = "?" if is_asking or old.asks else ""
    return FollowUp(
        text=" ".join((f"{new}{mark}", *old.operators)),
        asked_at=asked_at,
        is_said=False,
        order=None,
        about=old.about,
        changes=(Change(What.QUESTION, " ".join(text.split())),),
        is_joined=True,
        behind=before.behind or before.text,
    )


def _read(wanted: AskedFor) -> _Asked | None:
    """None of what asks nothing, or of somebody in the chat."""
    turns, text = wanted.turns, wanted.operators.text
    places = [one for one in WORD.finditer(text) if one.group().lower() not in turns.joining]
    if not places or wanted.is_about or speaks_to_somebody(text, turns):
        return None
    text = text[places[0].start() :].strip(" ?!.")
    said = [one for one in telling(text, turns) if not _asks_itself(one.word.lower(), turns)]
    of_time = WORD.findall(wanted.time.written) if wanted.time else []
    said = [one for one in said if one.word not in of_time]
    words = [word.lower() for word in WORD.findall(text)]
    refers = any(word in turns.referring for word in words if word not in of_time)
    begin = WORD.match(wanted.operators.text.lstrip())
    goes_on = begin is not None and begin.group().lower() in turns.joining - turns.leading
    goes_on = goes_on or _says_nothing_of_what(words, turns) or _is_past_thing(words, said, turns)
    asked = _Asked(text, words, said, turns, refers, bool(of_time), goes_on)
    return asked if _asks(asked, wanted) else None


def _asks_itself(word: str, turns: Turns) -> bool:
    return word in turns.asking or (turns.code == SPEECH.code and word in MEASURED)


def _says_nothing_of_what(words: Sequence[str], turns: Turns) -> bool:
    """Whether it asks what somebody said or did, of nothing: "what did Japan say"."""
    asks_for_a_thing = turns.code == SPEECH.code and words[0] == "what" and len(words) > MOST_LONE
    return asks_for_a_thing and (words[-1] in turns.checking or words[-1] in SPEECH.openers)


def _is_past_thing(words: Sequence[str], said: Sequence[Said], turns: Turns) -> bool:
    """Whether it asks what a thing was, of nothing: "what was the score"."""
    is_past = turns.code == SPEECH.code and words[:3] == ["what", "was", "the"]
    return is_past and len(said) == 1


def _asks(asked: _Asked, wanted: AskedFor) -> bool:
    turns, first = asked.turns, asked.words[0]
    if not asked.said:
        most = MOST_SMALL if turns.code == SPEECH.code else MOST_SMALL_ELSEWHERE
        is_asking = bool(turns.asking.get(first)) and asked.text != asked.text.upper()
        is_general = turns.code == SPEECH.code and not GENERAL.isdisjoint(asked.words)
        is_talk = wanted.is_talk and MEASURED.isdisjoint(asked.words[1:2])
        return is_asking and not (is_talk or is_general) and len(asked.words) <= most
    if turns.code != SPEECH.code:
        return first in turns.asking
    is_thing = first == "what" and len(asked.words) > MOST_LONE and (asked.goes_on or asked.refers)
    is_asking = (first in turns.asking or is_thing) and SPEECH.asking.search(asked.text) is not None
    if first in NO_SUBJECTS and SPEECH.openers.isdisjoint(asked.words):
        return False  # "when it rains"
    is_opened = first in SPEECH.openers and asked.refers
    if not (is_asking or is_opened) or sounds_like_talk(asked.text, SPEECH.code):
        return False
    return kind_of(f"{asked.text}?", SPEECH.code) is not Kind.CHATTER
