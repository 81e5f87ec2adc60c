"""What is said of a quote that was held against the archive."""

from collections.abc import Iterator, Sequence

from bot.render.english.dates import counted, when
from corpus.article import Article
from retrieval.answer import Difference
from retrieval.verbatim.checking import Said, Verdict

OTHERS = 8  # articles named that print the same


def verdict_line(said: Said) -> str:
    """One line for a person."""
    if said.verdict is Verdict.ABSENT:
        return "Not in this archive, nor anything near it."
    if said.verdict is Verdict.DIFFERS:
        return "Not printed so. The nearest:"
    if len(said.matches) == 1 and said.read_to is None:
        return "Printed, word for word:"
    articles = counted(len(said.matches), "article")
    read = f" up to {when(said.read_to)}" if said.read_to else ""
    return f"Printed, word for word, in {articles}{read}; first:"


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


def more_differences_line(count: int) -> str:
    return f"and {counted(count, 'more difference')}"


def then_in_line(articles: Sequence[Article]) -> Iterator[str]:
    """One line of where else the same is printed, if anywhere."""
    if articles:
        shown = articles[:OTHERS]
        names = ", ".join(f"{article.source} ({when(article.published)})" for article in shown)
        rest = len(articles) - len(shown)
        more = f" and {rest:,} more" if rest else ""
        yield f"Then in: {names}{more}"
