"""How English names times: patterns and words, read by `expressions.py`.

A pattern is a regular expression in which a space stands for one to three spaces. Its named
groups are what the reading function of its kind (`calendar.KINDS`) looks at. Of a list the first
pattern that fits decides, so longer forms stand before shorter ones. Lower case is meant so:
`USA Today` and `Last Week Tonight` are names (the start of a sentence is lowered before).
"""

from collections.abc import Sequence

from corpus.languages.english import calendar
from retrieval.question.times.numeric import DAY, MONTH_ALONE
from retrieval.question.times.table import Rule, TimeTable
from retrieval.text.languages.table import BY_CODE
from retrieval.text.lazy_pattern import LazyPattern


def _spaced(pattern: str) -> LazyPattern:
    return LazyPattern(pattern.replace(" ", r"\s{1,3}"))


def _rules(rows: Sequence[tuple[str, str]]) -> tuple[Rule, ...]:
    return tuple(
        Rule(kind, _spaced(pattern), any(figures in pattern for figures in FIGURES))
        for kind, pattern in rows
    )


MONTH_NAMES = [name.lower() for name in calendar.MONTHS]
MONTHS = (
    {name: number for number, name in enumerate(MONTH_NAMES, 1)}
    | {name[:3]: number for number, name in enumerate(MONTH_NAMES, 1)}
    | {"sept": 9}
)
WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.WEEKDAYS)}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
NUMBERS = {
    word: int(figures) for word, figures in BY_CODE["en"].numbers.items() if int(figures) <= 12
} | {"a": 1, "an": 1, "couple of": 2, "first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}

_UNITS = "first second third fourth fifth sixth seventh eighth ninth".split()
_TEENS = (
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth "
    "nineteenth twentieth"
).split()
ORDINALS = {
    word: number
    for number, word in enumerate(
        [*_UNITS, *_TEENS, *(f"twenty-{unit}" for unit in _UNITS), "thirtieth", "thirty-first"], 1
    )
}

EVENTS = frozenset(
    """
    election elections vote votes referendum poll polls olympics games championship championships
    tournament final finals season edition census budget summit conference war invasion attack
    attacks protest protests coup revolution uprising crash disaster earthquake pandemic lockdown
    outbreak crisis strike strikes verdict trial death murder killing assassination resignation
    inauguration ceasefire agreement deal merger reform law match race parade committee world
    """.split()
)

M = rf"(?P<month>\b(?i:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b)\.?"
M1 = M.replace("<month>", "<month1>")
# Alone a month is its full name; `may` and `march` in lower case are verbs.
LONE_M = "(?P<month>(?:{})\\b)".format(
    "|".join(
        name.title() if name in ("may", "march") else f"[{name[0].upper()}{name[0]}]{name[1:]}"
        for name in MONTH_NAMES
    )
)
Y = r"(?P<year>(?:\d{4}|['’]\d\d)(?![\w%°]|[.,/–-]\d))"
D = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
O = rf"(?P<day>{'|'.join(sorted(ORDINALS, key=len, reverse=True))})\b"  # noqa: E741 (as D, M, Y)
D1 = D.replace("<day>", "<day1>")
FIGURES = (
    DAY.pattern,
    Y,
    D,
    D1,
    r"(?P<year>\d{4})",
    r"(?P<year1>\d",
    r"(?P<decade>\d",
)  # needed, where named
WEEKDAY = rf"(?P<weekday>(?i:{'|'.join(WEEKDAYS)})\b)"
SHORT_WEEKDAYS = ("mon", "tues", "tue", "wed", "thurs", "thur", "thu", "fri", "sat", "sun")
_W = rf"(?i:{'|'.join((*WEEKDAYS, *SHORT_WEEKDAYS))})\.?"
W = rf"(?:{_W},? )?(?:the )?"
OF_W = rf"(?:,? (?:{_W}(?!\w)|\({_W}\)))?"  # behind the year
TO = r"(?: (?:to|and|until|till|through) |\s{0,2}[-–]\s{0,2})"
END = r"(?=\s{0,3}(?:[?!.,;:)]|$))"
N = rf"(?P<count>\d{{1,3}}|(?:a )?couple of|an?|{'|'.join(list(NUMBERS)[:12])})"
UNIT = r"(?P<unit>hour|day|week|month|year|decade)s?\b"
NTH = rf"(?P<nth>{'|'.join(list(NUMBERS)[-5:-1])})"
ABOUT = "(?:about |around |exactly )?"
PART = r"(?:the )?(?P<part>early|mid|late|(?:beginning|start|middle|end) of)(?: in)?(?: |-)"

BARE = _rules(
    [
        ("numeric", rf"(?:{_W},? )?{DAY.pattern}"),
        ("month", rf"(?={MONTH_ALONE.pattern})(?P<month>\d{{1,2}})[/-](?P<year>\d{{4}})"),
        ("days", rf"{D1}{TO}{D} (?:of )?{M},? {Y}"),
        ("days", rf"{M} {D1}{TO}{D},? {Y}"),
        ("day", rf"{W}{D}\.? (?:of )?{M},? {Y}{OF_W}"),
        ("day", rf"{W}{M} (?:the )?{D},? {Y}{OF_W}"),
        ("day", rf"(?P<day>\d{{1,2}})(?P<month>(?i:{'|'.join(MONTHS)})){Y}"),
        ("day", rf"{D} (?:of )?{M},? (?P<year>\d\d){END}"),
        ("day", rf"{W}{M} (?:the )?{D},? (?P<year>\d\d){END}"),
        ("day", rf"{D}[-./]{M}[-./](?P<year>\d\d)(?![\w%°]|[.,/–-]\d)"),
        ("day", rf"{D}[-./]{M}[-./]?{Y}"),
        ("day", rf"{Y},? {M} {D}(?![\w%])"),
        ("day", rf"{W}{O} of {M},? {Y}"),
        ("day", rf"{W}{M},? (?:the )?{O},? {Y}"),
        ("day", rf"{W}{O} of {M}{END}"),
        ("day", rf"{W}{M} the {O}{END}"),
        ("day", rf"{W}{D} (?:of )?{M}{END}"),
        ("day", rf"{W}{M} (?:the )?{D}{END}"),
        ("months", rf"{M1}{TO}{M},? {Y}"),
        ("month", rf"{M}(?:[-/]|,? (?:of )?){Y}"),
        ("part", rf"{PART}(?:{M},? )?{Y}"),
        ("part", rf"{PART}{LONE_M}(?!,? \d)"),
        ("part", rf"{PART}(?P<which>this|last) (?P<unit>month|year)\b"),
        ("fraction", rf"(?:the )?(?P<nth>first|second) (?P<fraction>half) of {Y}"),
        ("fraction", rf"(?:the )?(?P<nth>{'|'.join(list(NUMBERS)[-5:])}) "
         rf"(?P<fraction>quarter) of {Y}"),
        ("fraction", rf"(?P<fraction>[Qq])(?P<nth>[1-4])(?: (?:of )?|(?=['’])){Y}"),
        ("fraction", r"(?P<year>\d{4})[- ]?(?P<fraction>[Qq])(?P<nth>[1-4])\b"),
        ("fraction", rf"(?P<fraction>[Hh])(?P<nth>[12]) (?:of )?{Y}"),
        ("season", r"(?:the )?(?P<season>winter) (?:of )?(?P<year>\d{4})[-/–](?:\d\d)?\d\d\b"),
        ("season", rf"(?:the )?(?P<season>{'|'.join(SEASONS)}) (?:of )?{Y}"),
        ("season", rf"(?P<which>this|last) (?P<season>{'|'.join(SEASONS)})\b"),
        ("days_ago", r"(?:the )?(?P<word>day before yesterday)\b"),
        ("days_ago", r"(?P<word>today|tonight|yesterday|last night)\b"),
        ("days_ago", r"(?P<word>this (?:morning|afternoon|evening))\b"),
        ("weekend", r"(?:over|at|on|during) the weekend\b(?! of\b)"),
        ("weekend", r"(?P<which>this|last|past) weekend\b"),
        ("back", rf"(?:(?:in|over|during|within|for) )?(?:the )?(?:last|past) {N} {UNIT}(?! of\b)"),
        ("back", rf"(?:(?:in|over|during|within|for) )?(?:the )?past {UNIT}(?! of\b)"),
        ("back", rf"(?:in|over|during|within) the last {UNIT}(?! of\b)"),
        ("half_ago", rf"{ABOUT}(?P<count>half) an? (?P<unit>year|decade) ago\b"),
        ("half_ago", rf"{ABOUT}{N} (?P<unit>year|decade) and a half ago\b"),
        ("half_ago", rf"{ABOUT}{N} and a half (?P<unit>year|decade)s ago\b"),
        ("ago", rf"(?<!half\s){ABOUT}{N} {UNIT} ago\b"),
        ("calendar", r"(?<!later\s)(?P<which>this|last) (?P<unit>month|year)\b(?! of\b)"),
        ("calendar", r"(?<!the\s)(?P<which>this|last) (?P<unit>quarter)\b(?! of\b)"),
        ("calendar", r"(?P<which>last) (?P<unit>week)\b(?! of\b)"),
        ("month", rf"(?<!the\s)(?P<which>this|last) {LONE_M}(?!,? \d)"),
        ("weekday", rf"(?P<which>this|last) {WEEKDAY}(?! (?:of|in)\b)"),
    ]
)  # fmt: skip
YEARS = _rules(
    [
        ("month", r"(?P<year>\d{4})-(?P<month>\d{2})(?![\w–-])"),
        ("years", rf"(?P<year1>\d{{4}})[-–]{Y}"),
        ("decade", r"the (?:(?P<part>early|mid|late)(?: |-))?(?P<decade>\d{3}0)s\b"),
        ("year", Y),
    ]
)
LONE = _rules(
    [
        ("days", rf"{D1}{TO}{D} (?:of )?{M}(?!,? \d)"),
        ("day", rf"{W}{D} (?:of )?{M}(?!,? \d)"),
        ("day", rf"{W}{O} of {M}(?!,? \d)"),
        ("day", rf"{W}{M} (?:the )?{D}(?![\w%]|[.,/:]\d|,? \d{{4}})"),
        ("month", rf"(?:the month of )?{LONE_M}(?!,? \d)"),
        ("fraction", rf"the {NTH} (?P<fraction>quarter){END}"),
        ("weekday", WEEKDAY),
    ]
)
# Of a text, whose days without their months' figures tell when something was said: `on 10 June`.
TOLD = _rules(
    [
        ("month", rf"(?<!\d\s)\b{LONE_M}(?:,? (?:of )?{Y})?(?! \d)"),
        ("fraction", rf"\b(?i:{NTH})[ -](?P<fraction>quarter)\b(?: (?:of )?{Y})?"),
        ("calendar", r"\b(?P<which>last) (?P<unit>month|quarter|year)\b"),
        ("year", rf"\b(?:in|for|during|of|throughout) {Y}"),
    ]
)

ALL = frozenset({"bare", "years", "lone"})
GOVERNORS: tuple[tuple[str, LazyPattern, frozenset[str]], ...] = tuple(
    (meaning, _spaced(rf"(?i:{pattern}) "), governed)
    for meaning, pattern, governed in [
        ("until", "(?:by|before|until|till|up to) (?:the )?end of", ALL),
        ("in", "in the year", frozenset({"years"})),
        ("in", "(?:in|during|throughout|within)", ALL),
        ("in", "on", frozenset({"bare", "lone"})),
        ("between", "between", ALL),
        ("from", "from", ALL),
        ("since", "since", ALL),
        ("after", "after", ALL),
        ("before", "before", ALL),
        ("until", "(?:until|till|up to)", ALL),
        ("until", "by", frozenset({"bare", "years"})),
    ]
)

HINTS = (
    (_spaced(r"(?<!later\s)this week\b"), 7),
    (_spaced(r"(?:last|past) few (?:hours|days)\b"), 7),
    (_spaced(r"recent (?:hours|days)\b"), 7),
    (_spaced(r"breaking(?= news\b| story\b| stories\b|\s{0,3}(?:[:!?.]|$))"), 7),
    (_spaced(r"just(?= (?:\w{2,30}ed|won|lost|said|made|left|died|begun|become|been)\b)"), 7),
    (_spaced(r"(?:last|past) few weeks\b"), 30),
    (_spaced(r"(?:last|past) few months\b"), 180),
    (_spaced(r"(?:last|past) few years\b"), 5 * 365),
    (_spaced(r"recent months\b"), 180),
    (_spaced(r"recent years\b"), 5 * 365),
    (_spaced(r"(?<!at\sthe\s)(?:latest|recent|recently|lately|currently|right now|now)\b"), 30),
)

ENGLISH = TimeTable(
    starts=LazyPattern(
        r"(?<![\w/.,@#+-])(?=\w)(?:\d|(?i:q[1-4]|h[12]|half|in|on|at|during|throughout|within|between"
        r"|from|since|after|before|until|till|up|by|over|about|around|exactly|early|mid|late"
        r"|beginning|start|middle|end|first|second|third|fourth|last|past|this|day|today|tonight"
        rf"|yesterday|{'|'.join(NUMBERS)}|{'|'.join(ORDINALS)}|{'|'.join(SEASONS)}|{'|'.join(WEEKDAYS)}"
        rf"|{'|'.join(SHORT_WEEKDAYS)}|{'|'.join(MONTHS)}|recent|recently|lately|latest|currently|right|now|just|breaking)\b)"
    ),
    bare=BARE,
    years=YEARS,
    lone=LONE,
    governors=GOVERNORS,
    between=LazyPattern(TO.replace(" ", r"\s{1,3}")),
    onwards=_spaced(r" (?:onwards?|on)\b(?! \w)| onwards?\b"),
    present=_spaced(r"(?:now|(?:the )?present(?: day)?)\b"),
    event=_spaced(
        r"(?i:(?P<how>since|after|before|until|till)) (?:[^\W\d_][\w'’-]{0,30} ){0,5}?"
        r"(?P<event>[^\W\d_][\w'’-]{0,30}) (?P<joint>in|on|of)"
        rf"(?= (?:\d|(?i:early|mid|late|{'|'.join(MONTHS)}|{'|'.join(WEEKDAYS)})\b)) "
    ),
    events=EVENTS,
    counted=_spaced(
        r" (?:words?|met(?:er|re)s?|m|km|kilomet(?:er|re)s|miles|feet|people|patients|cases|euros"
        r"|dollars|pounds|hours|minutes|steps|pages|cities|towns|villages|countries|places|schools"
        r"|percent|per cent|million|billion)\b"
    ),
    possessive=LazyPattern(r"['’]s\b"),
    surname=LazyPattern(r"\s{1,3}[A-Z][a-zà-ž]|['’]s\b"),
    clause_end=LazyPattern(END),
    weekday_names=_spaced(
        r" (?:(?:Times|Telegraph|Mirror|Mail|Express|Post|Herald|World|Mass)\b|[Nn]ight [Ll]ights"
        r"|the \d)"
    ),
    months=MONTHS,
    given_names=frozenset({"april", "may", "june", "august"}),
    families=LazyPattern(r"(?i:Theresa|Teresa|Brian|Elaine|Imelda)\s{1,3}\Z"),
    weekdays=WEEKDAYS,
    seasons=SEASONS,
    numbers=NUMBERS,
    ordinals=ORDINALS,
    parts={
        "early": (1, 4),
        "mid": (5, 8),
        "late": (9, 12),
        "beginning": (1, 3),
        "start": (1, 3),
        "middle": (5, 8),
        "end": (10, 12),
    },
    days_ago={
        "today": (0, 0),
        "tonight": (0, 0),
        "this morning": (0, 0),
        "this afternoon": (0, 0),
        "this evening": (0, 0),
        "last night": (1, 0),
        "yesterday": (1, 1),
        "day before yesterday": (2, 2),
    },
    hints=HINTS,
    told=TOLD,
    beside=_spaced(
        r"\b(?:from|than|since|until|till|before|after|versus|compared|expected|forecast)\b"
        r"(?:(?![,;:(—–]|[.?!] ).)*\Z"
    ),
    compared=_spaced(
        r"\b(?i:than|compared (?:to|with))"
        r"(?: (?:it|they|he|she|this|that|those) (?:was|were|had been|did|had))?\s{0,3}\Z"
    ),
    future=_spaced(r"\b(?:will|won['’]t|going to|set to|upcoming)\b"),
)
