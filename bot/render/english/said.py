"""What is said of a quote that was held against the archive."""

from bot.render.english.dates import counted
from retrieval.answer import Difference
from retrieval.verbatim.checking import Said, Verdict


def verdict_line(said: Said) -> str:
    """One line for a person."""
    if said.verdict is Verdict.ABSENT:
        return "Not in this archive, nor anything near it."
    if said.verdict is Verdict.DIFFERS:
        return "Not printed so. The nearest:"
    if len(said.matches) == 1:
        return "Printed, word for word:"
    return f"Printed, word for word, in {counted(len(said.matches), 'article')}; first:"


def difference_line(difference: Difference) -> str:
    """`said “cats”, printed “dogs”`; what an ellipsis stands for is left out, not different."""
    said, printed = difference.said, difference.printed
    if said == "…":
        return f"left out “{printed}”"
    if not said:
        return f"not said, but printed “{printed}”"
    if not printed:
        return f"said “{said}”, which is not printed"
    return f"said “{said}”, printed “{printed}”"
