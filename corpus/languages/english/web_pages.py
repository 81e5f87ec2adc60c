"""How English pages say that they are no article."""

import re

# Of a headline: an error, or a door that does not open.
ERROR = re.compile(
    r"^(?:(?:error )?(?:40[0134]|410|429|50[0234])\b"
    r"|(?:sorry, )?(?:(?:this|that|the) )?(?:page|article|story|content) (?:is )?(?:not found"
    r"|unavailable|no longer available"
    r"|(?:could|can|was|has)(?:n['’]t|not| not)(?: be| been)? found)"
    r"|(?:sorry, )?we (?:can['’]?t|could(?:n['’]t| not)) find|access denied|just a moment"
    r"|attention required|are you a robot|forbidden|not found|service unavailable|oops\b"
    r"|(?:please )?(?:enable|turn on) javascript)",
    re.I,
)
# Of a paragraph: it asks for consent.
CONSENT = re.compile(
    r"\bcookies?\b|\bconsent\b|\bprivacy (?:policy|settings|choices)\b"
    r"|\bpersonali[sz]ed (?:ads|content)\b|\blegitimate interest",
    re.I,
)
# Of a headline: a ticker that is still written, or was.
LIVE = re.compile(r"^live\s*[:|–—-]|\blive (?:blog|updates|ticker)$|[–—-] as it happened$", re.I)
