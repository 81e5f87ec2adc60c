"""Outcomes that tests measure, without an archive."""

import msgspec

from retrieval.evaluation.outcomes import Outcome


def outcome(name: str = "q", **parts: object) -> Outcome:
    """An answerable question, answered as `weak`, with some parts as given."""
    whole = {
        "name": name,
        "judged": {"question": name},
        "strength": "weak",
        "confidence": 0.5,
        "took_ms": 1.0,
    }
    return msgspec.convert({**whole, **parts}, Outcome)


def located(name: str, place: int | None) -> Outcome:
    return outcome(
        name, judged={"question": name, "articles": ["a"]}, article_place=place, confidence=0.0
    )


def rated(name: str, answerable: bool, confidence: float, strength: str = "weak") -> Outcome:
    judged = {"question": name, "answerable": answerable}
    return outcome(name, judged=judged, confidence=confidence, strength=strength)
