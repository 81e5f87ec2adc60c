"""What English news pages put around an article: labels, buttons, advertisements, credits."""

import re

READING_TIME = r" min(?:ute)?s?\.?| ?min(?:ute)?s?\.? read"  # behind a number
IN_READING_TIME = r"\d min|min read"

LINK_LABEL = re.compile(
    r"[•●▪‣►▶→➜»›>*\[(\s]*(?:read\s(?:more|also|on)(?:\shere)?|also\sread|see\salso"
    r"|more\son\sthis|related(?:\s(?:articles?|stories|story))?)\s*(?P<mark>[:–—|]\s*|\W*$)",
    re.I,
)
READ_MORE = re.compile(r"\W*read\smore:", re.I)
MORE = "more"  # in a label that leads elsewhere even where nothing follows
ADDRESS = re.compile(r"(?:(?:url|link|source):? )?<?(?:https?://|www\.)\S+", re.I)
TAGS = re.compile(r"(?:tags|keywords|topics|filed under)\s*:.*[^.…?!”]", re.I)

BUTTON = re.compile(
    r"share(?: (?:this|on|via)\b.{0,30})?|tweet|print|e-mail|copy link|advertisement"
    r"|follow us on [\w, ]{2,40}|(?:\d+ )?(?:comments?|shares?)(?: \(\d+\))?"
    rf"|(?:reading time:? )?\d+(?:{READING_TIME})",
    re.I,
)
NETWORK = re.compile(
    r"e-?mail|facebook|twitter|x|linkedin|whatsapp|telegram|messenger|viber|instagram|pinterest|reddit",
    re.I,
)
ADVERTISEMENT = re.compile(
    r"[\W_]*(?:(?:article|story) continues (?:after|below) )?(?:this |the )?advertisements?[\W_]*",
    re.I,
)
RELATED = re.compile(r"\W*related (?:articles|stories|news)\W*", re.I)
_NAMES = r"[A-Z][\w.]*(?: [A-Z][\w.]*){0,3}"
READ_ON = re.compile(
    rf"\W*(?i:read (?:more|also) (?:on|in|at)) {_NAMES}(?:\s*[:–—|]\W*(?:[A-Z\d].*)?)?(?<![.…])"
)
_CREDITED = r"[A-Z\d][^\s:?!;]*"
CREDIT = re.compile(
    r"(?i:photo(?: credits?)?\s*[:|©/–]|photos? (?:by|courtesy of)\b:?|(?:picture|image):)"
    rf"\s*(?:©\s*)?{_CREDITED}(?: (?:/ )?(?:{_CREDITED}|of|the|and|&)){{0,5}}"
)

# Where a word is broken at its hyphen, but for these: short- and long-term.
SUSPENDED = frozenset("and or nor to".split())
