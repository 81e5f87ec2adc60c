"""Values → the JSON objects of the command line's contract."""

from collections.abc import Sequence
from datetime import date, datetime
from io import TextIOWrapper
from typing import TYPE_CHECKING

import msgspec
from rich.console import Console

from bot.render.english.answers import damaged_line, note_line, suggested
from bot.render.words import link, link_to
from corpus.archive.archive import Holdings
from corpus.archive.gaps import Gap
from corpus.article import HEADLINE, Article
from corpus.versions.corrections import corrections
from retrieval.answer import Answer, Excerpt, Quote, Searched
from retrieval.index.state import Status
from retrieval.notes import ReadTo

if TYPE_CHECKING:  # they load numpy, which takes longer than an answer
    from retrieval.verbatim.checking import Said
    from retrieval.verbatim.printings import Match

Json = str | int | float | bool | Sequence["Json"] | dict[str, "Json"] | None


def dumps(value: Json) -> str:
    """One line, keys in the order of the contract."""
    return msgspec.json.encode(value).decode()


def print_json(console: Console, value: Json) -> None:
    """One line of UTF-8, whatever the locale, to the file itself: rich would wrap and colour it."""
    if isinstance(console.file, TextIOWrapper):
        console.file.reconfigure(encoding="utf-8")
    console.file.write(dumps(value) + "\n")
    console.file.flush()


def answer_json(answer: Answer) -> dict[str, Json]:
    question = answer.question
    days = question.period or question.scope
    value: dict[str, Json] = {
        "question": question.text,
        "asked_at": question.asked_at.isoformat(),
        "understood": {
            "terms": question.terms,
            "phrases": question.phrases,
            "excluded": question.excluded,
            "since": _iso(days.since),
            "until": _iso(days.until),
            "sources": question.scope.sources,
            "excluded_sources": question.scope.without,
        },
        "engine": answer.engine,
        "strength": answer.strength.value,
        "confidence": round(answer.confidence, 4),
        "total": answer.total,
        "took_ms": round(answer.took_ms, 3),
        "suggestions": [suggested(question, one) for one in answer.suggestions],
        "notes": [note_line(note) for note in answer.notes],
        "quotes": [_quote(quote) for quote in answer.quotes],
        "kind": question.kind.value,
    }
    if answer.searched:
        value["searched"] = _searched(answer.searched)
    return value


def _searched(searched: Searched) -> dict[str, Json]:
    return {
        "articles": searched.articles,
        "outlets": searched.outlets,
        "first": _iso(searched.first),
        "last": _iso(searched.last),
        "collected": _iso(searched.collected),
        "passages": dict(searched.passages),
        "together": searched.together,
        "gaps": [_gap(gap) for gap in searched.gaps],
    }


def gaps_json(gaps: Sequence[Gap]) -> dict[str, Json]:
    return {"gaps": [_gap(gap) for gap in gaps]}


def _gap(gap: Gap) -> dict[str, Json]:
    """`expected`: on how many of the `days` the outlet usually has an article."""
    return {
        "source": gap.source,
        "first": gap.first.isoformat(),
        "last": gap.last.isoformat(),
        "days": gap.days,
        "expected": round(gap.expected, 1),
    }


def _quote(quote: Quote) -> dict[str, Json]:
    value: dict[str, Json] = {
        "rank": quote.rank,
        "score": quote.score,
        "text": quote.text,
        "highlights": quote.highlights,
        "paragraph": _paragraph(quote),
        "article": {**_head(quote.article), "link": link(quote)},
        "copies": [
            {
                "id": copy.article,
                "source": copy.source,
                "published": copy.published.isoformat(),
                "url": copy.url,
            }
            for copy in quote.copies
        ],
        "more": [_excerpt(excerpt) for excerpt in quote.more],
        "differences": [{"said": one.said, "printed": one.printed} for one in quote.differences],
    }
    if quote.is_doubtful:
        value["date_uncertain"] = True
    if quote.shares:
        value["explanation"] = {
            "terms": [
                {"term": share.term, "field": share.field, "score": share.score}
                for share in quote.shares
            ],
            "score": {share.term: share.score for share in quote.features},
        }
    return value


def said_json(said: "Said") -> dict[str, Json]:
    """`notes` say where something is damaged, and where not all was read."""
    value: dict[str, Json] = {
        "quote": said.quote,
        "verdict": said.verdict.value,
        "first": _match(said.first) if said.first else None,
        "matches": [_match(match) for match in said.matches],
    }
    notes = [damaged_line(said.damaged)] if said.damaged else []
    notes += [note_line(ReadTo(said.read_to))] if said.read_to else []
    return value | {"notes": notes} if notes else value


def _match(match: "Match") -> dict[str, Json]:
    """`more`, where there is more, are the paragraphs in which the quote goes on."""
    first, *others = match.excerpts
    value: dict[str, Json] = {
        "article": {**_head(match.article), "link": link_to(match.article, first.text)},
        "paragraph": _paragraph(first),
        "text": first.text,
        "differences": [
            {"said": difference.said, "printed": difference.printed}
            for difference in match.differences
        ],
    }
    if match.is_doubtful:
        value["date_uncertain"] = True
    if others:
        value["more"] = [_excerpt(excerpt) for excerpt in others]
    return value


def _excerpt(excerpt: Excerpt) -> dict[str, Json]:
    return {
        "text": excerpt.text,
        "highlights": excerpt.highlights,
        "paragraph": _paragraph(excerpt),
    }


def _paragraph(part: Quote | Excerpt) -> dict[str, Json]:
    """The position of a headline is null."""
    position = part.paragraph.position
    return {
        "position": None if position == HEADLINE else position,
        "text": part.paragraph.text,
        "start": part.start,
        "end": part.end,
    }


def article_json(article: Article) -> dict[str, Json]:
    """`link` is the plain address: there is no quote to scroll to."""
    return {**_head(article), "link": article.url, "paragraphs": article.paragraphs}


def _head(article: Article) -> dict[str, Json]:
    head: dict[str, Json] = {
        "id": article.id,
        "title": article.title,
        "published": article.published.isoformat(),
        "updated": _iso(article.updated),
        "source": article.source,
        "agency": article.agency,
        "authors": article.authors,
        "url": article.url,
    }
    if notes := corrections(article):
        head["corrections"] = [{"position": one.position, "text": one.text} for one in notes]
    return head


def stats_json(
    holdings: Holdings, index: Status, *, collected: datetime | None = None
) -> dict[str, Json]:
    return {
        "articles": holdings.articles,
        "paragraphs": holdings.paragraphs,
        "sources": dict(holdings.sources),
        "first": _iso(holdings.first),
        "last": _iso(holdings.last),
        "collected": _iso(collected),
        "bytes": holdings.bytes,
        "index": {"engine": index.engine, "fresh": index.fresh, "paragraphs": index.paragraphs},
        "date_faults": dict(holdings.date_faults),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
