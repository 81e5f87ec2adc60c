"""How English news pages say that they printed something wrong, or what they changed since.

All is in small letters: patterns that look at both take thrice as long to be compiled.
"""

LONGEST = 800  # characters of such a note

_PIECE = (
    r"(?:article|story|stories|report|piece|post|column|op-ed|essay|review|interview|timeline|list"
    r"|page|version|text|copy|newsletter|video|segment|gallery|headline|caption|graphic)s?"
)
_THIS = rf"(?:this|the|our) (?:\w+['’]?s? ){{0,2}}?{_PIECE}(?: and \w+)?"
_PART = (
    r"(?:sub)?-?(?:headlines?|titles?|standfirst|captions?|graphics?|charts?|maps?|tables?|photos?"
    r"|photographs?)"
)
_WHAT = (
    rf"(?:{_THIS}|(?:the|an?) (?:\w+ ){{0,2}}{_PART}"
    rf" (?:of|on|to|for|in|with|above|below|accompanying) {_THIS})"
)
_DATE = r"(?:[\s,(–—-]+(?:on )?(?:[a-z]{3,9}\.? )?\d[\w.,:/ -]{0,30}\)?)?"
_NOTE = rf"(?:(?:editor['’]?s? )?note{_DATE}\s*[:–—-]+\s*)?"  # such as may head anything
_LABEL = (
    r"(?:corrections?|clarifications?)(?: ?(?:and|&|/) ?(?:corrections?|clarifications?|updates?))?"
    r"(?: (?:appended|notice))?"
)
_EARLIER = r"(?:an? )?(?:earlier|previous|prior|original|initial) versions?"
_AGAIN = r"(?:(?:was|were|has been) )?(?:first |originally |also )?(?:appeared|published|ran|aired)"
_CHANGED = r"(?:was|were|is|has been|have been) (?:since )?"
_MORE = (
    r"(?:add|include|provide|refresh|change or add|meet)s? (?:(?:an? |the |our )?(?:new|more"
    r"|additional|further|latest|information|photo|photos|video|videos|background|developments|details"
    r"|headlines|standards)\b)|reflect the (?:latest|most (?:current|recent))\b"
)
_WRONGLY = (
    r"(?:incorrectly|mistakenly|wrongly|erroneously|inaccurately|misstated|misidentified"
    r"|misspelled|misattributed|mischaracteri[sz]ed|(?:originally|initially|previously) (?:mis\w+"
    r"|said|stated|reported|identified|gave|listed|described|attributed|named|included|indicated))"
)
_FORMS = {
    # Correction: …; CORRECTION (March 3, 2021): …; Corrections & Clarifications: …
    rf"{_LABEL}{_DATE}\s*[:–—]": "correction clarification",
    # An earlier version of this story …, unless it was only printed elsewhere
    rf"(?:in )?{_EARLIER} of {_WHAT}(?!\W*{_AGAIN}\b)": "version",
    # This article was amended on 3 March to …; has been corrected
    rf"{_WHAT} {_CHANGED}(?:corrected|amended|clarified)\b": "corrected amended clarified",
    # This article was updated to …, unless only by more of the same
    rf"{_WHAT} {_CHANGED}(?:updated|edited|changed|revised|modified){_DATE} to (?!{_MORE})": (
        "updated edited changed revised modified"
    ),
    # This story was updated to add … and to correct …; because an earlier version …
    rf"{_WHAT} {_CHANGED}updated\b.{{0,99}}?(?:\b(?:to|and) (?:correct|clarify|fix)|{_EARLIER}"
    r" (?:included|contained|had|mis\w+))": "updated",
    # This article originally stated …
    rf"{_WHAT} (?:has |had )?{_WRONGLY}\b": (
        "incorrectly mistakenly wrongly erroneously inaccurately originally initially previously"
        " misstated misidentified misspelled misattributed mischaracteri"
    ),
    # (Corrects paragraph 3 to say …), as agencies put it on top
    r"(?:this (?:version|story) )?(?:corrects|refiles to correct) ": "correct",
}
# What stands at the beginning of a paragraph that is such a note, and what it has one of.
NOTES = tuple(
    (rf"[^\w“”\"‘’']{{0,6}}{_NOTE}(?:{form})", tuple(words.split()))
    for form, words in _FORMS.items()
)
# How any of them begins: most paragraphs do not, and of them nothing else is looked at.
BEGINNING = (
    r"[^\w“”\"‘’']{0,6}(?:editor|note|correct|clarif|refiles|th(?:is|e) |our |in |an? "
    r"|earlier|previous|prior|original|initial)"
)
