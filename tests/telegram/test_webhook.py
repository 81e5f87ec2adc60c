"""Updates that Telegram brings: nothing is confirmed that is not stored, nobody else is let in."""

import asyncio
import json
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from typing import Any

import pytest

from bot.errors import ConflictError, SettingsError
from bot.setting_values import HostPort
from bot.telegram.intake.webhook import HEADER, WebhookSettings
from retrieval.answer import Answer
from tests.telegram.answers import answer, quote
from tests.telegram.bot_api_server import TOKEN, BotApiServer, Fault
from tests.telegram.http_client import Came, asking, came, exchanged
from tests.telegram.messages import private
from tests.telegram.ports import free_port
from tests.telegram.running import FakeArchive, RunningBot

URL = "https://bot.example.org/telegram"
SECRET = "known-to-two"  # noqa: S105 (of these tests)
Json = dict[str, Any]


def info(url: str = URL, **fields: Any) -> Fault:
    """What Telegram says of the webhook."""
    told = {"url": url, "has_custom_certificate": False, "pending_update_count": 0, **fields}
    return Fault(result=told)


@pytest.fixture
def at() -> HostPort:
    return HostPort("127.0.0.1", free_port())


@pytest.fixture
def running(api: BotApiServer, archive: FakeArchive, at: HostPort) -> Iterator[RunningBot]:
    bot = RunningBot(api, archive)
    webhook = WebhookSettings(URL, at, SECRET, look=0.1)
    bot.settings = replace(bot.settings, webhook=webhook)
    api.fail("getWebhookInfo", *[info()] * 100)
    with bot:
        yield bot


def bring(at: HostPort, body: Json | bytes, *, secret: str | None = SECRET, **more: str) -> Came:
    sent = body if isinstance(body, bytes) else json.dumps(body).encode()
    headers = {} if secret is None else {HEADER.replace("-", "_"): secret}
    method, path = more.get("method", "POST"), more.get("path", "/telegram")
    return came(asyncio.run(exchanged(at, asking(method, path, sent, **headers))))


def update(number: int, text: str = "dam") -> Json:
    return {"update_id": number, "message": private(text)}


def begun(api: BotApiServer) -> None:
    api.wait_for("getWebhookInfo")


def test_telegram_is_told_address_secret_and_what_is_wanted_and_is_not_asked(
    api: BotApiServer, running: RunningBot
) -> None:
    begun(api)
    (told,) = api.called("setWebhook")
    assert (told["url"], told["secret_token"]) == (URL, SECRET)
    assert "message" in told["allowed_updates"]
    assert not api.called("deleteWebhook")
    assert not api.called("getUpdates")
    running.stop()
    assert not api.called("deleteWebhook")  # what comes meanwhile waits with Telegram


def test_what_is_brought_is_answered_once_however_often_it_is_brought(
    api: BotApiServer, archive: FakeArchive, running: RunningBot, at: HostPort
) -> None:
    begun(api)
    assert [bring(at, update(1)).status, bring(at, update(1)).status] == [200, 200]
    assert "dam" in api.next_reply().text
    assert bring(at, update(2, "ferry"), path="/").status == 200
    assert "ferry" in api.next_reply().text
    assert archive.texts == ["dam", "ferry"]


def test_it_is_stored_before_it_is_confirmed(
    api: BotApiServer, archive: FakeArchive, running: RunningBot, at: HostPort
) -> None:
    begun(api)
    file = running.settings.state_file
    release = threading.Event()

    def slow(text: str) -> Answer:
        release.wait(10)
        return answer(quote(text))

    archive.reply = slow
    assert bring(at, update(7)).status == 200
    with closing(sqlite3.connect(file)) as state:
        assert state.execute("SELECT id FROM inbox").fetchall() == [(7,)]
    release.set()
    assert "dam" in api.next_reply().text


def test_what_cannot_be_stored_is_not_confirmed(
    api: BotApiServer, archive: FakeArchive, running: RunningBot, at: HostPort
) -> None:
    begun(api)
    with closing(sqlite3.connect(running.settings.state_file)) as state:
        state.execute("ALTER TABLE inbox RENAME TO elsewhere")
        assert bring(at, update(7)).status == 500
        state.execute("ALTER TABLE elsewhere RENAME TO inbox")
    assert not archive.texts
    assert bring(at, update(7)).status == 200
    assert "dam" in api.next_reply().text


@pytest.mark.parametrize("secret", [None, "", "known-to-tw", SECRET + "x", "\xff"])
def test_who_does_not_know_the_secret_is_refused(
    api: BotApiServer, archive: FakeArchive, running: RunningBot, at: HostPort, secret: str | None
) -> None:
    begun(api)
    assert bring(at, update(1), secret=secret).status == 403
    assert bring(at, b"{", secret=secret, method="GET").status == 403
    assert bring(at, update(1)).status == 200
    assert len(archive.texts) <= 1


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"1", b'{"update_id": "1"}', b"\xff\xfe", b"[" * 100_000]
)
def test_what_is_no_update_is_refused_and_does_no_harm(
    api: BotApiServer, running: RunningBot, at: HostPort, body: bytes
) -> None:
    begun(api)
    assert bring(at, body).status == 400
    assert bring(at, update(1)).status == 200
    assert "dam" in api.next_reply().text


def test_an_update_that_cannot_be_read_is_confirmed_by_its_number(
    api: BotApiServer, running: RunningBot, at: HostPort
) -> None:
    begun(api)
    assert bring(at, {"update_id": 3, "message": {"chat": 5}}).status == 200
    assert bring(at, update(4)).status == 200
    assert "dam" in api.next_reply().text


def test_nothing_but_post_is_taken(api: BotApiServer, running: RunningBot, at: HostPort) -> None:
    begun(api)
    assert bring(at, b"", method="GET").status == 405


def test_it_is_set_as_soon_as_telegram_answers(
    api: BotApiServer, running: RunningBot, at: HostPort
) -> None:
    api.fail("setWebhook", Fault(502), Fault(429, "Too Many Requests", {"retry_after": 0}))
    begun(api)
    assert bring(at, update(1)).status == 200


def ended_by(running: RunningBot) -> Exception:
    with pytest.raises((SettingsError, ConflictError)) as caught:
        running.join()
    return caught.value


def test_an_address_that_telegram_does_not_take_ends_it_in_one_line(
    api: BotApiServer, archive: FakeArchive, at: HostPort
) -> None:
    bot = RunningBot(api, archive)
    bot.settings = replace(bot.settings, webhook=WebhookSettings("http://a", at, SECRET))
    api.fail("setWebhook", Fault(400, "Bad Request: bad webhook: An HTTPS URL must be provided"))
    with bot:
        error = ended_by(bot)
    assert str(error).startswith("BACKISSUE_WEBHOOK: Telegram does not take http://a: ")
    assert TOKEN not in str(error)


@pytest.mark.parametrize("url", ["", "https://other.example.org/"])
def test_it_ends_when_another_program_has_taken_the_webhook_away(
    api: BotApiServer, archive: FakeArchive, at: HostPort, url: str
) -> None:
    bot = RunningBot(api, archive)
    bot.settings = replace(bot.settings, webhook=WebhookSettings(URL, at, SECRET, look=0.01))
    api.fail("getWebhookInfo", info(), info(), info(url))
    with bot:
        assert "Another program answers with this bot's token" in str(ended_by(bot))


def test_a_place_that_is_taken_ends_it_in_one_line(
    api: BotApiServer, archive: FakeArchive, running: RunningBot, at: HostPort
) -> None:
    begun(api)
    bot = RunningBot(api, archive)
    bot.settings = replace(bot.settings, webhook=WebhookSettings(URL, at, SECRET))
    with bot:
        assert str(ended_by(bot)).startswith(f"BACKISSUE_LISTEN: {at} cannot be listened at")


def test_its_health_says_that_telegram_cannot_reach_it(
    api: BotApiServer, archive: FakeArchive, at: HostPort
) -> None:
    place = HostPort("127.0.0.1", free_port())
    bot = RunningBot(api, archive)
    webhook = WebhookSettings(URL, at, SECRET, look=0.2)
    bot.settings = replace(bot.settings, webhook=webhook, metrics=place)
    failing = info(last_error_date=int(time.time()) + 60, last_error_message="Connection refused")
    api.fail("getWebhookInfo", *[failing] * 6, *[info()] * 100)
    with bot:
        api.wait_for("getWebhookInfo", count=2)
        assert health(place) == (503, {"webhook": "Telegram cannot reach it: Connection refused"})
        api.wait_for("getWebhookInfo", count=8)
        assert health(place) == (200, {})


def health(place: HostPort) -> tuple[int, Json]:
    told = came(asyncio.run(exchanged(place, asking("GET", "/health"))))
    return told.status, json.loads(told.body)["troubles"]
