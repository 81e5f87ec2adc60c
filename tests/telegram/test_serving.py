"""The bot over a real archive."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.cli.archives import open_with_index
from bot.cli.telegram_bot import asker
from bot.settings import Settings
from bot.telegram.incoming.question import Asked
from corpus.sample import sample_archive
from retrieval.verbatim.chronology import Order

CLAIM = Asked("The bridge at Vilkaraistė cost 40.8 million euros", is_said=True)


@pytest.mark.parametrize("asked", [CLAIM, Asked("What did the bridge at Vilkaraistė cost?")])
def test_what_was_said_and_what_is_asked_is_found_in_each_order(
    asked: Asked, tmp_path: Path
) -> None:
    with sample_archive(tmp_path) as sample:
        folder = sample.directory
    settings = Settings(archive=folder, engine="rank-bm25", timezone="Europe/Vilnius")
    at = datetime(2025, 1, 7, tzinfo=UTC)
    with open_with_index(settings, None, settings.engine) as opened:
        ask = asker(settings, opened.answerer)
        days = {
            order: [one.article.day for one in ask(asked, at, order=order, limit=4).quotes]
            for order in (Order.OLDEST, Order.NEWEST)
        }
        shown = [len(ask(asked, at, limit=limit).quotes) for limit in (1, 2)]
    assert len(set(days[Order.OLDEST])) > 1
    assert days[Order.OLDEST] == sorted(days[Order.OLDEST])
    assert days[Order.NEWEST] == sorted(days[Order.NEWEST], reverse=True)
    assert shown == [1, 2]


def test_yesterday_is_counted_in_the_zone_that_is_set(tmp_path: Path) -> None:
    with sample_archive(tmp_path) as sample:
        folder = sample.directory
    settings = Settings(archive=folder, engine="rank-bm25", timezone="Europe/Vilnius")
    after_midnight = datetime(2024, 6, 22, 22, 30, tzinfo=UTC)  # 23 June, 1:30 in Vilnius
    with open_with_index(settings, None, settings.engine) as opened:
        ask = asker(settings, opened.answerer)
        question = ask(Asked("bridge yesterday"), after_midnight).question
    assert question.period is not None
    assert (question.asked_on, question.period.since) == (date(2024, 6, 23), date(2024, 6, 22))
