"""Names that are words too: "It movie", "The Who", "Us"; "What did Pink say?".

In small letters, and at the start of a text, only what stands beside such a word tells that it is a
name. It is put in quotation marks then, in which the analyser takes it for one. Elsewhere a single
capital tells (`names_in`).
"""

import re
from functools import lru_cache

from retrieval.question.answers.english import BEFORE_COUNTRY, COUNTRIES
from retrieval.question.kinds.english import ENGLISH
from retrieval.question.kinds.statements import is_statement
from retrieval.text.analyser import Analyser
from retrieval.text.lazy_pattern import LazyPattern
from retrieval.text.letters import in_small_letters

_WORK = (
    r"(?:albums?|bands?|books?|box office|cast|concerts?|films?|movies?|musicals?|novels?|remake"
    r"|sequels?|series|soundtracks?|songs?|trailers?)\b"
)
NAMED = re.compile(
    r"\A\W*(?P<alone>It|Us)\W*\Z"
    rf"|(?:\A|\b[Tt]he )(?P<beside>(?i:it|us)) (?=(?i:{_WORK}))"
)
MARKED = re.compile(r"(“(?:It|Us)”)")
_WHO = r"(?:[Tt]he|Guess|Dr\.?|Doctor) Who"
WHO = re.compile(
    rf"\b{_WHO}\b(?! (?:is|are|was|were|has|did|will)\b)|\b[Tt]he who (?={_WORK}|tour\b)"
)
_ME_TOO = re.compile(r"\bme[ -]too(?= movement\b)", re.I)
# Words for oneself in a title: "i robot movie".
_OF_ONESELF = re.compile(rf"\A\W*(?:(?i:i|me)\b(?:,? [\w'-]+){{0,3}}|You) (?i:{_WORK})")


# What a work is, behind its title: "dont look up movie". Not behind a word for any of them.
_TITLED = re.compile(
    rf"\A\W*(?:[\w'’.-]+,? )+(?P<before>[\w'’.-]+) (?:{_WORK}|(?:lyrics|host|finale)\b"
    r"|season(?= \d))(?: \d+)?\W*\Z",
    re.I,
)
_OF_ANY = frozenset(
    "good great nice best better worst bad cool awesome amazing boring funny sad scary new old next"
    " last same other another favorite favourite whole first stupid terrible of to for in on watch"
    " see play sing hear write read make love hate like want need".split()
)

_BEFORE_COUNTRY = LazyPattern(BEFORE_COUNTRY)
_COUNTRY = LazyPattern(COUNTRIES)
_SMALL = re.compile(r"(?<![\w'’])[a-z]+")
_OF = r"(?:of (?:the )?|and |the )?"
_CAPITAL_BEFORE = re.compile(rf"\b[^\W\d_a-z][\w'’-]*,? {_OF}$")
_CAPITAL_BEHIND = re.compile(rf"(?:['’]s)? {_OF}[^\W\d_a-z]")


# "us" that is a country: "in the us", "latest us jobs", "did us troops leave". Behind other words,
# and before words of these kinds, it is whoever writes.
_COUNTRY_US = LazyPattern(
    rf"\b(?:[Tt]he|(?<!believe )(?<!trust )[Ii]n) us\b(?! (?:{_WORK}|and them))"
    r"|(?:\A\W*|\b(?:[Nn]ew|[Ll]atest|recent|\w{3,}est|[Tt]op|[Aa]verage|[Mm]ajor|record|senior"
    r"|current|former|next|first|[Mm]any|most|several|vs|versus|and|between|by|on|over|across|for"
    r"|from|with|to|[Ii]s|[Aa]re|was|were"
    r"|[Dd]o|[Dd]oes|[Dd]id|[Hh]as|[Hh]ave|had|[Ww]ill|would|[Cc]an|could|should|[Ww]hy|[Ww]hat"
    r"|[Ww]hich|[Ww]hen|where|[Hh]ow|[Ww]ho) )us\b(?= )"
    rf"(?! (?:{_WORK}|and them))"
    r"(?! (?:an?|the|all|both|to|of|th[ai][ts]|these|those|how|what|when|why|where|who|whether|if"
    r"|about|up|down|out|off|on|at|for|with|more|some|any|not|or|from|by|into|over|after|before"
    r"|because|as|than|but|so|then|now|today|again|here|there|anymore|too|please|guys|my|your|his"
    r"|her|our|their|i|you|he|she|it|we|they|feel|know|get|go|see|be|is|are|was|were|do|does|did"
    r"|has|have|had|will|would|can|could|should|\w+thing)\b)"
)


def with_country(text: str) -> str:
    """The text with capitals for the country that is typed `us`."""
    if "us" not in text:
        return text
    return _COUNTRY_US.sub(lambda match: f"{match.group()[:-2]}US", text)


def marked(text: str) -> str:
    """The text with such names in quotation marks, and with a capital."""
    return _ME_TOO.sub("MeToo", NAMED.sub(_in_marks, text))


def phrases_of(text: str) -> tuple[str, ...]:
    """What is called something with `Who`, with the capitals of a name: `The Who`."""
    return tuple(dict.fromkeys(match.group().strip().title() for match in WHO.finditer(text)))


@lru_cache(1024)
def is_name(phrase: str) -> bool:
    """Whether a phrase is such a name, which other capitals make something else."""
    return re.fullmatch(_WHO, phrase) is not None and phrase[0].isupper()


def names_a_work(text: str) -> bool:
    """Whether there is such a name, a title that speaks of oneself, or one before what it is of."""
    of_oneself = _OF_ONESELF.match(text) is not None and not is_statement(text, ENGLISH)
    is_titled = any(
        match["before"].lower() not in ENGLISH.determiners | _OF_ANY
        for match in _TITLED.finditer(text)
    )
    return of_oneself or is_titled or marked(text) != text or WHO.search(text) is not None


def _in_marks(match: re.Match[str]) -> str:
    name = match[match.lastgroup or 0]
    start = match.start(match.lastgroup or 0) - match.start()
    whole = match.group()
    return f"{whole[:start]}“{name.capitalize()}”{whole[start + len(name) :]}"


def without(pattern: LazyPattern, text: str) -> str:
    """Without what a pattern of small letters finds outside of such marks."""
    parts = MARKED.split(text)
    return "".join(part if MARKED.fullmatch(part) else _left(pattern, part) for part in parts)


def _left(pattern: LazyPattern, text: str) -> str:
    left, end = "", 0
    for match in pattern.finditer(in_small_letters(text)):
        left += f"{text[end : match.start()]} "
        end = match.end()
    return left + text[end:]


def names_in(text: str, analyse: Analyser) -> frozenset[str]:
    """The terms that a single capital in mid-sentence makes names; none where all have capitals.

    Of several words with capitals (`Supreme Court`, `Bank of England`) each tells what the others
    mean. Countries are names in small letters, too, where a word for being there is before them.
    """
    if all(word in analyse.minor_words for word in _SMALL.findall(text)):
        return frozenset()
    countries = {
        match.start("country")
        for match in _BEFORE_COUNTRY.finditer(text)
        if _COUNTRY.fullmatch(match["country"].capitalize())
    }
    return frozenset(
        span.term
        for span in analyse.spans(text)
        if span.start in countries
        or (span.end - span.start > 1 and _stands_alone(text, span.start, span.end))
    )


def _stands_alone(text: str, start: int, end: int) -> bool:
    before = text[:start]
    in_sentence = (
        len(before) > 1 and before[-1] == " " and (before[-2].isalnum() or before[-2] == ",")
    )
    if not in_sentence or not text[start].isupper() or _CAPITAL_BEHIND.match(text, end):
        return False
    capital = _CAPITAL_BEFORE.search(before)
    return capital is None or not before[: capital.start()].strip()
