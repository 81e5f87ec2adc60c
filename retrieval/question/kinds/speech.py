"""What telling the kinds apart takes of a language; the data lie in files of their own."""

import re

from msgspec import Struct

from retrieval.text.lazy_pattern import LazyPattern


def words_of(text: str) -> frozenset[str]:
    """A table of words: a text, in lower case."""
    return frozenset(text.split())


class Speech(Struct, frozen=True):
    """All words are in lower case, with straight apostrophes.

    *Asking.* `asking` finds what only a question has, in small letters, wherever it stands;
    `request` what asks for something at the beginning ("tell me about"), and is no part of what is
    asked for. `openers` begin a question that is answered by yes or no. `deictic` finds a thing
    that is meant and not named ("this state"), as in a quiz.

    *Stating.* `finite` are verbs that make a statement of what stands before them; `ambiguous`
    those of them that are nouns as well, `participles` those that are participles as well;
    of the former those `of_a_person` are verbs behind a name, whatever follows ("Smith lives in").
    `present` are base forms; those `unchanged` are a past as well, but not behind `cut_things`, and
    the `ambiguous` of them only before `determiners` and numbers.
    `intransitive` verbs have no object: "people died in", not "people killed in". `no_verbs` look
    like the past of one. `no_subjects` are words behind which no verb of a statement stands, nor
    does one behind `determiners`; `hearsay` finds words that only tell whence a statement comes,
    `vouching` those that ask of what stands behind them, or before them, whether it is so;
    `heads` begin a list of what somebody looks for, and `wanted` ones end it. `relative` words
    take a verb for themselves. `spans` are times, and no objects of a verb: "accidents a month".
    `claimed_age` finds what says how old somebody is.

    *Chatting.* `small_talk` are words that tell nothing; `address` finds a greeting with the name
    of whoever is greeted, at the beginning; `phrases` fit a whole text; `sum` fits one that is
    arithmetic. Words `to_another` speak to somebody, `of_oneself` of whoever writes. `named` finds
    small words that begin a name as well; with `joining` words a question begins that goes on from
    another, with `articles` a thing. `endings` make a form of a word.
    """

    code: str
    asking: re.Pattern[str]
    request: re.Pattern[str]
    openers: frozenset[str]
    deictic: LazyPattern
    claimed_age: LazyPattern
    finite: frozenset[str]
    ambiguous: frozenset[str]
    of_a_person: frozenset[str]
    participles: frozenset[str]
    present: frozenset[str]
    unchanged: frozenset[str]
    cut_things: frozenset[str]
    intransitive: frozenset[str]
    no_verbs: frozenset[str]
    spans: frozenset[str]
    no_subjects: frozenset[str]
    determiners: frozenset[str]
    hearsay: LazyPattern
    vouching: re.Pattern[str]
    heads: frozenset[str]
    wanted: frozenset[str]
    relative: frozenset[str]
    prepositions: frozenset[str]
    small_talk: frozenset[str]
    address: re.Pattern[str]
    phrases: re.Pattern[str]
    sum: re.Pattern[str]
    named: re.Pattern[str]
    joining: frozenset[str]
    articles: frozenset[str]
    of_oneself: frozenset[str]
    to_another: frozenset[str]
    endings: frozenset[str]

    def asks(self, text: str) -> bool:
        """Whether a text has what only a question has."""
        return self.asking.search(text.lower()) is not None
