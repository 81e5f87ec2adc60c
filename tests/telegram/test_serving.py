"""The bot over a real archive."""

from datetime import UTC, date, datetime
from pathlib import Path

from bot.cli.archives import open_with_index
from bot.cli.telegram_bot import asker
from bot.settings import Settings
from bot.telegram.incoming.question import Asked
from corpus.sample import sample_archive


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
