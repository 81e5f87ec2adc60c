"""English, as holding a claim against what was printed needs it: data, a pattern a purpose."""

import re

from corpus.languages.english import calendar
from retrieval.question.times import english as times
from retrieval.text.languages.table import BY_CODE
from retrieval.text.lazy_pattern import LazyPattern

_FALSE = (
    "false|untrue|fake|baseless|unfounded|fabricated|altered|doctored|manipulated|misleading"
    "|inaccurate|incorrect|unsubstantiated|unproven|debunked|satire|bogus|wrong"
    "|a (?:hoax|myth|lie|fake|satire|fabrication|joke|parody)"
)
# A headline of those who check what others said.
FACT_CHECK = re.compile(r"\bfact[- ]?check|\bfactcheck|\bdebunk|\btrue or false\b", re.I)
# What a sentence that judges a claim says.
VERDICT = LazyPattern(
    r"\bour rating\b|\bwe rate\b|\brated? (?:it |this |that |the \w+ )?(?:false|true|misleading)\b"
    r"|\b(?:no|any|without) (?:credible |clear |scientific )?(?:evidence|proof|truth|basis)\b"
    rf"|\b(?:is|are|was|were|be|as) (?:\w+ly |just |also )?(?:{_FALSE})\b"
    r"|\bfalse(?:ly)? (?:claim|claims|claimed|claiming|said|says|say|assert\w*|suggest\w*|stat\w*"
    r"|rumou?rs?|posts?|report\w*|narrative|accus\w*|attribut\w*|information)\b"
    r"|\b(?:debunk\w*|hoax\w*|misinformation|disinformation|fact[- ]check\w*)\b|\bnot true\b",
    re.I,
)
# What only in an article that checks facts is a verdict.
DENIAL = re.compile(
    r"\b(?:is|are|was|were|did|does|do|has|have|had|will|would|can|could)(?: not|n['’]t)\b"
    r"|\bnever\b|\bnot\b",
    re.I,
)

AUXILIARIES = frozenset(
    "is are was were be been being am has have had do does did will would can could should "
    "must may might".split()
)
NEGATIONS = frozenset(
    "not never isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't "
    "wouldn't can't cannot couldn't".split()
)
NOT = frozenset(("not", "never"))
# Words of which one stands where all else is the same, and what is told is the contrary.
OPPOSITES = (
    "win/lose rise/fall increase/decrease raise/cut raise/lower gain/lose up/down more/fewer "
    "more/less most/least over/under above/below before/after with/without for/against allow/ban "
    "allow/bar permit/ban approve/reject accept/reject accept/refuse accept/decline confirm/deny "
    "admit/deny support/oppose back/oppose pass/fail convict/acquit guilty/innocent "
    "arrest/release hire/fire buy/sell open/close start/end begin/end join/leave enter/leave "
    "arrive/leave uphold/overturn survive/die alive/dead male/female man/woman boy/girl "
    "son/daughter brother/sister mother/father husband/wife king/queen north/south "
    "northern/southern east/west eastern/western best/worst high/low higher/lower highest/lowest "
    "large/small larger/smaller largest/smallest biggest/smallest oldest/youngest older/younger "
    "longest/shortest first/last early/late earlier/later legal/illegal all/none always/never "
    "majority/minority success/failure safe/unsafe true/false right/wrong good/bad better/worse "
    "strong/weak likely/unlikely constitutional/unconstitutional republican/democrat "
    "republicans/democrats"
)
EMPTY_VERBS = frozenset("got get gets has have had is was made makes".split())
# What makes of a verb a wish, a plan or a guess.
MODALS = frozenset(
    "will would can could should must may might to can't cannot couldn't won't".split()
)
# What makes of a wish what was done: "a deal to buy".
SETTLED = frozenset("deal agreement agreed agrees".split())
ON_A_DAY = frozenset(("on", "in", *times.WEEKDAYS))
# Words that may stand between a subject and its verb, or between parts of the verb.
BETWEEN = frozenset(
    "also ever once just only still already now officially actually really reportedly publicly "
    "personally fatally finally later then again yet been being be".split()
)
# What makes of a verb something else than a fact.
UNREAL = frozenset(
    "to would could should may might must will shall can if whether unless if not never no nobody "
    "none nor deny denied denies false falsely claim claims claimed rumor rumors".split()
)
# Behind a verb: what follows is not whom it was done to.
OF_NO_OBJECT = frozenset("by in at on for from after as near over with".split())
AT_A_PLACE = frozenset("in at near outside".split())
BY_SOMEBODY = frozenset(["by"])
ARTICLES = frozenset("a an the his her its their".split())
# Words that end what somebody did something by, or where.
ENDS = frozenset(
    "early late last this next while when who which that after before during because and or but as "
    "since until then yesterday today tomorrow later".split()
)
# Before "in Rudna": that is where something else happened then.
WHEN = frozenset(
    ("night", "morning", "afternoon", "evening", "day", "week", "weekend", "month", "year", "time",
     "yesterday", "today", "tonight", "tomorrow", *times.WEEKDAYS, *times.MONTHS)
)  # fmt: skip
# Capitalised, and no place or person.
NO_NAMES = frozenset((*times.MONTHS, *times.WEEKDAYS, *times.SEASONS, *"i he she it they".split()))
MONTHS = r"(?:sept|{})\b\.?".format("|".join(f"{m[:3]}(?:{m[3:]})?" for m in calendar.MONTHS))
# Words of one meaning for whoever counts.
SAME = dict.fromkeys("kill die dead death fatal".split(), "kill") | dict.fromkeys(
    "buy purchas acquir acquisit takeov".split(), "buy"
)

NUMBER_WORDS = {
    word: int(figures)
    for word, figures in BY_CODE["en"].numbers.items()
    if 1 < int(figures) <= 20  # "one" is a pronoun too
}
TIMES = {"twice": 2, "thrice": 3}
# What makes of "twice" a comparison.
NO_COUNT = "as|the|that|more|less|higher|larger|bigger|faster|an?|his|her|its|their|over"
# What says that years are spent in prison, and what before them that they only might be.
SENTENCE = re.compile(
    r"\b(?:sentenc\w*|prison|jail\w*|behind bars|serving|penal|got|gets|given)\b", re.I
)
NO_SENTENCE = re.compile(
    r"\b(?:up to|fac(?:e|es|ed|ing)|maximum|minimum|could|would|may|might|as (?:much|long) as"
    r"|carr\w+|ask\w*|seek\w*|sought|recommend\w*|least)\b",
    re.I,
)
MAGNITUDES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
# Behind the figures of money: "$45M".
MONEY_SUFFIXES = {"k": 1e3, "mn": 1e6, "m": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "t": 1e12}
CURRENCIES = {"dollars": "$", "dollar": "$", "euros": "€", "euro": "€", "pounds": "£"}
PERCENT = r"(?:%| ?per ?cent\b| percentage points?\b)"
# Words before a number that make it a bound: what it may be is no less, no more; or a guess.
NO_LESS = ("more than", "well over", "just over", "over", "at least")
NO_MORE = ("fewer than", "less than", "up to", "just under", "under", "at most")
GUESSES = ("nearly", "almost", "about", "around", "some", "roughly", "approximately", "close to",
           "an estimated")  # fmt: skip
BOUNDS = rf"(?:{'|'.join((*NO_LESS, *NO_MORE, *GUESSES))})"
HALF = r"(?:½| 1/2| and a half)"
# How an age is printed; the number is in `age`.
AGES = re.compile(
    r",? (?:at (?:the )?)?(?:age|aged)(?: of)? (?P<a>\d{1,3})\b|, (?P<b>\d{1,3})(?=[,.;)])"
    r"| \((?P<c>\d{1,3})\)|\b(?P<d>\d{1,3})[- ]years?[- ]old\b"
    r"|\b(?:is|was|turned|turns|died at) (?P<e>\d{1,3})\b(?! ?(?:%|per|\w))"
)
