"""Judged questions → measures, through the one path that everybody else asks."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import fmean, quantiles

import msgspec

from retrieval.answer import Answer, Quote, Strength
from retrieval.answering import Answerer
from retrieval.errors import JudgedQuestionsError
from retrieval.text import fold

DEPTH = 10  # quotes asked for; the deepest measure
ARTICLE_AT = (1, 3, 5, 10)
ANSWER_AT = (1, 3, 5)


class Judged(msgspec.Struct, frozen=True):
    """A question with the ids of the articles that answer it and the strings that do."""

    question: str
    id: str | int | None = None
    asked_at: str | None = None
    articles: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    answerable: bool = True


@dataclass(frozen=True, slots=True)
class Outcome:
    """One judged question and what came."""

    judged: Judged
    answer: Answer


@dataclass(frozen=True, slots=True)
class Measures:
    """Shares from 0 to 1 over the questions they concern, None where there are none.

    `article_at[k]`: an article judged right is among the first k. `answer_at[k]`: one of the
    first k quotes holds an answer string, both reduced to lower-case letters and digits.
    `fidelity`: quotes that stand in the archive just as quoted. `strengths` counts answers by
    strength, for answerable and unanswerable questions. Milliseconds are of whole answers.
    """

    questions: int
    article_at: dict[int, float | None]
    answer_at: dict[int, float | None]
    fidelity: float | None
    strengths: dict[str, dict[str, int]]
    p50_ms: float
    p99_ms: float


def read_judged(path: Path) -> list[Judged]:
    """Raises JudgedQuestionsError naming the line."""
    decode = msgspec.json.Decoder(Judged).decode
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise JudgedQuestionsError(f"{path} cannot be read: {error.strerror}") from error
    judged = []
    for number, line in enumerate(lines, 1):
        try:
            judged += [decode(line)] if line.strip() else []
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise JudgedQuestionsError(f"{path}:{number}: {error}") from error
    if not judged:
        raise JudgedQuestionsError(f"{path} holds no questions")
    return judged


def ask_all(answerer: Answerer, judged: Iterable[Judged]) -> Iterable[Outcome]:
    """Ask each question as of its `asked_at`, else of now."""
    now = datetime.now(UTC)
    for question in judged:
        asked_at = _moment(question.asked_at) if question.asked_at else now
        yield Outcome(question, answerer.ask(question.question, asked_at=asked_at, limit=DEPTH))


def measure(outcomes: Sequence[Outcome], is_in_archive: Callable[[Quote], bool]) -> Measures:
    """Measure at least one outcome; `is_in_archive` looks a quote up, character for character."""
    located = [outcome for outcome in outcomes if outcome.judged.articles]
    worded = [outcome for outcome in outcomes if outcome.judged.answers]
    quotes = [quote for outcome in outcomes for quote in outcome.answer.quotes]
    times = [outcome.answer.took_ms for outcome in outcomes]
    percentiles = quantiles(times, n=100, method="inclusive") if len(times) > 1 else times * 99
    return Measures(
        questions=len(outcomes),
        article_at={k: _mean(_has_article(outcome, k) for outcome in located) for k in ARTICLE_AT},
        answer_at={k: _mean(_has_answer(outcome, k) for outcome in worded) for k in ANSWER_AT},
        fidelity=_mean(is_in_archive(quote) for quote in quotes),
        strengths={
            name: {
                strength.value: sum(
                    outcome.answer.strength is strength
                    for outcome in outcomes
                    if outcome.judged.answerable is answerable
                )
                for strength in Strength
            }
            for name, answerable in (("answerable", True), ("unanswerable", False))
        },
        p50_ms=percentiles[49],
        p99_ms=percentiles[98],
    )


def run_lines(outcomes: Sequence[Outcome], tag: str) -> Iterable[str]:
    """A TREC run: `question Q0 article rank score tag`, one line a quote.

    Source: trec_eval, results file format.
    """
    for number, outcome in enumerate(outcomes, 1):
        name = str(number if outcome.judged.id is None else outcome.judged.id).replace(" ", "_")
        for quote in outcome.answer.quotes:
            article = quote.article.id.replace(" ", "_")
            yield f"{name} Q0 {article} {quote.rank} {quote.score:.6f} {tag}"


def normalise(text: str) -> str:
    """Lower-case letters and digits, single spaces."""
    return " ".join("".join(c if c.isalnum() else " " for c in fold(text)).split())


def _has_article(outcome: Outcome, k: int) -> bool:
    wanted = set(outcome.judged.articles)
    return any(quote.article.id in wanted for quote in outcome.answer.quotes[:k])


def _has_answer(outcome: Outcome, k: int) -> bool:
    texts = [normalise(quote.text) for quote in outcome.answer.quotes[:k]]
    answers = [normalise(answer) for answer in outcome.judged.answers]
    return any(answer and answer in text for answer in answers for text in texts)


def _mean(values: Iterable[bool]) -> float | None:
    counted = list(values)
    return fmean(counted) if counted else None


def _moment(text: str) -> datetime:
    """Raises JudgedQuestionsError; a time without a zone is read as UTC."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise JudgedQuestionsError(f"asked_at is no date: {text!r}") from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
