"""Questions that were missed: what came, and what was wanted."""

from collections.abc import Sequence

from rich.console import Console

from retrieval.evaluation.judged import Judged
from retrieval.evaluation.outcomes import FIRST, Outcome


def print_misses(missed: Sequence[Outcome], questions: int, output: Console) -> None:
    """A paragraph for each."""
    output.print(
        f"\n{len(missed):,} of {questions:,} questions missed among the first {FIRST}, "
        "or strong and wrong"
    )
    for outcome in missed:
        text = "\n".join(line for line in _lines(outcome) if line.strip())
        output.print("\n" + text, markup=False, soft_wrap=True)


def _lines(outcome: Outcome) -> list[str]:
    judged = outcome.judged
    came = f"{outcome.strength} {outcome.confidence:.2f}: {outcome.first or 'nothing'}"
    lines = [
        f"{outcome.name}  {judged.question}" + _asked(judged),
        f"  came    {came}",
        f"          {', '.join(article for article, _ in outcome.found[:FIRST])}",
        f"  wanted  {_wanted(judged)}",
    ]
    if judged.is_located:
        lines.append(f"  first right article: {outcome.article_place or 'none'}")
    if judged.is_worded:
        lines.append(f"  first quote with the answer: {outcome.answer_place or 'none'}")
    if judged.is_described:
        lines.append(f"  first right quote: {outcome.pattern_place or 'none'}")
    return lines


def _asked(judged: Judged) -> str:
    return f" (asked at {judged.asked_at})" if judged.asked_at else ""


def _wanted(judged: Judged) -> str:
    if not judged.answerable:
        return "no answer: the archive has none"
    articles = ", ".join(judged.articles[:FIRST]) + (" …" if len(judged.articles) > FIRST else "")
    wanted = " | ".join(judged.answers or judged.patterns)
    return " in ".join(part for part in (wanted, articles) if part)
