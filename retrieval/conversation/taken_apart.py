"""A question taken apart: what it is about, its time, its operators."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from retrieval.conversation.changes import Before
from retrieval.conversation.language import language_of
from retrieval.conversation.languages.turns import Turns
from retrieval.conversation.times import TimeNamed, time_in
from retrieval.question.operators import OPERATOR, read_operators
from retrieval.vocabulary.outlets import matching_outlets

READ = 500  # characters of a long text, in which its time is looked for
OF_TIME = ("since", "until")


@dataclass(frozen=True, slots=True)
class Parts:
    """`about` still has its words for a time, where there are any."""

    about: str
    operators: tuple[str, ...]
    time: TimeNamed | None
    turns: Turns
    asks: bool

    def without_time(self) -> "Parts":
        about = self.about
        if self.time:
            about = about[: self.time.start].rstrip() + " " + about[self.time.end :].lstrip(" ,;")
        operators = without(self.operators, *OF_TIME)
        return replace(self, about=" ".join(about.split()), operators=operators, time=None)

    def with_words(self, start: int, end: int, words: str) -> "Parts":
        """The same with other words in a place, before the time or behind it."""
        time = self.time
        if time and time.start > start:
            moved = len(words) - (end - start)
            time = replace(time, start=time.start + moved, end=time.end + moved)
        return replace(self, about=self.about[:start] + words + self.about[end:], time=time)

    def without_sources(self) -> "Parts":
        return replace(self, operators=without(self.operators, "source"))

    def without_source(self, names: Collection[str], outlets: Sequence[str]) -> "Parts":
        """The same, no operator keeping to outlets of these names alone."""

        def is_kept(operator: str) -> bool:
            (asked,) = read_operators(operator).sources or ("",)
            matching = matching_outlets(asked, outlets)
            return not matching or not set(matching) <= set(names)

        return replace(self, operators=tuple(filter(is_kept, self.operators)))


def taken_apart(before: Before) -> Parts:
    operators = [
        match.group() for match in OPERATOR.finditer(before.text) if match["name"] is not None
    ]
    about = before.text
    for operator in operators:
        about = about.replace(operator, " ", 1)
    about = " ".join(about.split())
    bare = about.rstrip(" ?.!")
    turns = language_of(bare[:READ])
    time = time_in(bare[:READ], before.asked_at, turns)
    return Parts(bare, tuple(operators), time, turns, about.endswith("?"))


def without(operators: Sequence[str], *names: str) -> tuple[str, ...]:
    named = re.compile(rf"-?(?:{'|'.join(names)}):", re.I)
    return tuple(one for one in operators if not named.match(one))
