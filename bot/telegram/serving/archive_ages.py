"""How old the newest article and the last collection are."""

from collections.abc import Callable
from datetime import UTC, date, datetime

from bot.telegram.measures import Measures
from corpus.archive.archive import Holdings
from corpus.article import instant
from corpus.collect.state.standing import Collection


def measure_ages(
    measures: Measures, holdings: Callable[[], Holdings], collection: Callable[[], Collection]
) -> None:
    """Read when somebody asks; both may block."""
    measures.reading("newest_article_age", lambda: _age(holdings().last))
    measures.reading("last_collection_age", lambda: _age(collection().collected))


def _age(moment: datetime | date | None) -> float | None:
    """In seconds; a plain date counts as the start of its day in UTC."""
    return (datetime.now(UTC) - instant(moment)).total_seconds() if moment is not None else None
