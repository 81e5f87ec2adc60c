"""The bot's measures in the form that Prometheus reads; the one place that loads its library."""

import math
from collections.abc import Callable

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest

from bot.telegram.health import Health
from bot.telegram.measures import Fate, Reading, Stage

KIND = CONTENT_TYPE_LATEST
STEPS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 120.0)  # seconds

READINGS: dict[Reading, tuple[str, str]] = {
    "inbox": ("inbox_updates", "Updates stored and not answered yet."),
    "inbox_age": ("inbox_oldest_seconds", "Age of the oldest of them."),
    "outbox": ("outbox_messages", "Messages stored and not sent yet."),
    "outbox_age": ("outbox_oldest_seconds", "Age of the oldest of them."),
    "connections": ("connections_in_use", "Connections to Telegram that a request is on."),
    "newest_article_age": ("newest_article_age_seconds", "Since the newest article's date."),
    "last_collection_age": (
        "last_collection_age_seconds",
        "Since a collection last came to a good end.",
    ),
}


class PrometheusMeasures:
    """Counts in a registry of its own: nothing of the process's is left behind by a test."""

    def __init__(self, health: Health) -> None:
        own = self._registry = CollectorRegistry()
        self._updates = Counter("backissue_updates", "Updates by kind.", ["kind"], registry=own)
        self._answers = Counter(
            "backissue_answers",
            "Answers by strength and kind of question.",
            ["strength", "kind"],
            registry=own,
        )
        self._replies = Counter(
            "backissue_replies", "Messages by what became of them.", ["fate"], registry=own
        )
        for fate in ("sent", "lost", "unknown", "held", "refused"):
            self._replies.labels(fate)  # a rate needs the zero from which it rises
        self._stages = Histogram(
            "backissue_stage_seconds",
            "Time of one answer by stage.",
            ["stage"],
            registry=own,
            buckets=STEPS,
        )
        healthy = Gauge("backissue_healthy", "1 while /health says that all is well.", registry=own)
        healthy.set_function(lambda: float(not health.troubles))

    def update(self, kind: str) -> None:
        self._updates.labels(kind).inc()

    def answer(self, strength: str, kind: str) -> None:
        self._answers.labels(strength, kind).inc()

    def reply(self, fate: Fate) -> None:
        self._replies.labels(fate).inc()

    def took(self, stage: Stage, seconds: float) -> None:
        self._stages.labels(stage).observe(seconds)

    def reading(self, name: Reading, read: Callable[[], float | None]) -> None:
        """What cannot be read is shown as NaN, which is no number of Prometheus's either."""
        measured, says = READINGS[name]
        gauge = Gauge(f"backissue_{measured}", says, registry=self._registry)
        gauge.set_function(lambda: _number(read))

    def text(self) -> bytes:
        """All of it; blocks as long as its readings do."""
        return generate_latest(self._registry)


def _number(read: Callable[[], float | None]) -> float:
    try:
        found = read()
    except Exception:  # whatever it reads may be broken, and the rest is to be told all the same
        found = None
    return math.nan if found is None else found
