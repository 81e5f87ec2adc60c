"""Whether words state something: a verb in the form that a statement has, behind a subject.

A rule of words in place of a tagger, which would be a model larger than all else here.
"""

import re
from collections.abc import Sequence

from retrieval.question.kinds.speech import Speech

WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")
YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
SHORTEST_PAST = 4  # letters: "died"
PRESENT = re.compile(r"[a-z]+[^\Wsui]s")  # of one, and no name: "operates"
BASE = re.compile(r"[a-z]{3,}(?<!ing)(?<!ed)(?<!ly)(?<!s)")  # of many: "operate"
OBJECT = 2  # words of one, at least


def is_statement(text: str, speech: Speech) -> bool:
    """Whether there is a verb of the main clause."""
    return any(_states(WORD.findall(one), speech) for one in (text, without_hearsay(text, speech)))


def _states(words: Sequence[str], speech: Speech) -> bool:
    """Not where key words end in what is wanted: "judge accused of helping migrant name"."""
    verb = main_verb(words, speech)
    if verb is None or words[-1].lower() not in speech.wanted or verb > len(words) - 3:
        return verb is not None
    behind = {word.lower() for word in words[verb:]}
    return not behind.isdisjoint(speech.determiners | speech.openers)


def without_hearsay(text: str, speech: Speech) -> str:
    """ "I heard that he resigned": what was heard; "Is this true? He resigned": what may be so."""
    return speech.hearsay.sub("", speech.vouching.sub("", text)).strip()


def main_verb(words: Sequence[str], speech: Speech) -> int | None:
    """Where the first finite verb of the main clause stands; a relative clause has its own."""
    is_shouted = all(word.isupper() for word in words)
    lower = [word if word == "WHO" and not is_shouted else word.lower() for word in words]
    clauses = told = 0  # relative clauses without their verb, and where one had its verb
    for place, word in enumerate(lower):
        if place == 0:
            if "'" in word and word in speech.finite:  # "she's": subject and verb
                return place
            continue
        if word in speech.relative:
            clauses += 1
        elif _is_finite(place, words, lower, speech):
            is_more = told > 0 and lower[place - 1] in speech.joining  # "who left and went"
            if not (clauses or is_more):
                return place
            clauses, told = max(0, clauses - 1), place
    return None


def _is_finite(place: int, words: Sequence[str], lower: Sequence[str], speech: Speech) -> bool:
    word, before = lower[place], lower[place - 1]
    follows = lower[place + 1] if place + 1 < len(lower) else ""
    if before in speech.no_subjects | speech.determiners and before not in speech.relative:
        return False
    if words[place][0].isupper() and words[place - 1][0].isupper():
        return word in speech.finite and _is_titled(words)
    if word in speech.unchanged or word in speech.ambiguous:
        is_named = words[place - 1][0].isupper()
        return bool(follows) and not _is_noun(
            lower[place - 1 : place + 2], speech, is_named=is_named
        )
    if word in speech.finite:
        return not (word in speech.participles and _is_described(before, follows, speech))
    if word in speech.present:
        return bool(follows) and _is_many(before)
    return _is_present(place, words, speech) or _is_regular_past(
        word, follows, lower[:place], speech
    )


def _is_noun(words: Sequence[str], speech: Speech, *, is_named: bool) -> bool:
    """Whether the second of three words is no verb: "the school plays in", "a rate cut in".

    `is_named`: the first is written as a name is.
    """
    before, word, follows = words
    if word not in speech.unchanged:
        is_verb = word in speech.of_a_person and is_named
        is_noun = word.endswith("s") and follows in speech.prepositions and not is_verb
        return is_noun or before.endswith("ing")
    if before in speech.cut_things:
        return True
    is_open = is_named and word not in speech.ambiguous and follows not in speech.prepositions
    return not (is_open or follows in speech.determiners or _is_amount(follows))


def _is_amount(word: str) -> bool:
    return word.isdecimal() and not YEAR.fullmatch(word)


def _is_titled(words: Sequence[str]) -> bool:
    """Whether every word is in capitals or begins with one, so that this tells nothing."""
    return all(word[0].isupper() for word in words if len(word) > 3)


def _is_many(word: str) -> bool:
    """Whether a verb behind this subject may stand in its base form."""
    return (word.endswith("s") and not word.endswith("ss")) or word in ("they", "we", "people", "i")


def _is_present(place: int, words: Sequence[str], speech: Speech) -> bool:
    """ "The city operates 48 stations", "cities operate the stations": with an object that is named
    or counted.
    """
    before, word, *behind = words[place - 1 : place + 1 + OBJECT]
    if len(behind) < OBJECT:
        return False
    behind = [each.lower() for each in behind]
    is_named = behind[0] in speech.determiners - speech.relative and behind[1] not in speech.spans
    if PRESENT.fullmatch(word):
        is_of_one = not _is_many(before) or before[0].isupper()
        return is_of_one and (is_named or _is_amount(behind[0]))
    is_verb = BASE.fullmatch(word) and word not in speech.prepositions | speech.joining
    return bool(is_verb) and is_named and _is_many(before) and "'" not in before


def _is_regular_past(word: str, follows: str, before: Sequence[str], speech: Speech) -> bool:
    """ "voters rejected the amendment"; not "movies directed by", where a noun is described."""
    if not word.endswith("ed") or len(word) < SHORTEST_PAST or word in speech.no_verbs:
        return False
    if not speech.heads.isdisjoint(before[:-1]):  # "the cost agreed", in a list of what is wanted
        return False
    return word in speech.intransitive or not _is_described(before[-1], follows, speech)


def _is_described(before: str, follows: str, speech: Speech) -> bool:
    """Whether a participle describes a noun: "ferries built in", "people killed by"."""
    return follows in speech.prepositions and _is_many(before)
