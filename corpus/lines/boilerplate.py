"""Lines of the page around an article: buttons, advertisements, credits, rules."""

import re

LONGEST = 250  # characters; what is longer is prose

BUTTON = re.compile(
    r"share(?: (?:this|on|via)\b.{0,30})?|tweet|print|e-mail|copy link|advertisement"
    r"|follow us on [\w, ]{2,40}|(?:\d+ )?(?:comments?|shares?)(?: \(\d+\))?"
    r"|(?:reading time:? )?\d+(?: min(?:ute)?s?\.?| ?min(?:ute)?s?\.? read)",
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
RULE = re.compile(r"[*_=~•·#–—-](?:\s*[*_=~•·#–—-])*")
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


def is_furniture(line: str) -> bool:
    """Whether a line is a button or a label of the page: `Share`, `3 min read`."""
    return len(line) <= LONGEST and BUTTON.fullmatch(line) is not None


def is_network(line: str) -> bool:
    """Whether a line is the name of a place to share the article in; prose can hold such a line."""
    return NETWORK.fullmatch(line) is not None


def is_between(line: str) -> bool:
    """Whether a line among the paragraphs is none: `Advertisement`, `***`, `Photo: Reuters`.

    A caption that says what the picture shows is left: it may be a sentence.
    """
    forms = (ADVERTISEMENT, RULE, RELATED, READ_ON, CREDIT)
    return len(line) <= LONGEST and any(form.fullmatch(line) for form in forms)
