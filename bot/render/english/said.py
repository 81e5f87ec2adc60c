"""What is said of a quote that was held against the archive."""

from collections.abc import Iterator, Sequence

from bot.render.english.dates import and_more, when
from bot.render.languages.speaking import Counted, say
from retrieval.answer import Difference
from retrieval.verbatim.checking import Said, Verdict
from retrieval.verbatim.printings import Match

OTHERS = 8  # articles named that print the same
PRINTED = Counted(
    "Printed, word for word, in {count} article; first:",
    "Printed, word for word, in {count} articles; first:",
)
PRINTED_UP_TO = Counted(
    "Printed, word for word, in {count} article up to {day}; first:",
    "Printed, word for word, in {count} articles up to {day}; first:",
)
MORE_DIFFERENCES = Counted("and {count} more difference", "and {count} more differences")


def verdict_line(said: Said) -> str:
    """One line for a person."""
    if said.verdict is Verdict.ABSENT:
        return say("Not in this archive, nor anything near it.")
    if said.is_around:
        return say("Printed, word for word, but only what is in quotation marks:")
    if said.verdict is Verdict.DIFFERS:
        return say("Not printed so. The nearest:")
    if said.read_to is not None:
        return PRINTED_UP_TO(len(said.matches), day=when(said.read_to))
    if len(said.matches) == 1:
        return say("Printed, word for word:")
    return PRINTED(len(said.matches))


def difference_line(difference: Difference) -> str:
    """`said “cats”, printed “dogs”`; what an ellipsis stands for is left out, not different."""
    said, printed = difference.said, difference.printed
    if said == "…":
        return say("left out “{printed}”", printed=printed)
    if not said:
        return say("not said, but printed “{printed}”", printed=printed)
    if not printed:
        return say("said “{said}”, which is not printed", said=said)
    return say("said “{said}”, printed “{printed}”", said=said, printed=printed)


def more_differences_line(count: int) -> str:
    return MORE_DIFFERENCES(count)


def then_in_line(matches: Sequence[Match]) -> Iterator[str]:
    """One line of where else the same is printed, if anywhere; a doubtful date is left out."""
    if matches:
        shown = matches[:OTHERS]
        names = ", ".join(map(_place, shown))
        yield say("Then in: {places}", places=and_more(names, len(matches) - len(shown)))


def _place(match: Match) -> str:
    source, published = match.article.source, when(match.article.published)
    return source if match.is_doubtful else f"{source} ({published})"
