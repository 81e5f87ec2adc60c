"""`backissue serve` as a process of its own: what is set is kept."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.setting_values import HostPort
from tests.telegram.bot_api_server import TOKEN, BotApiServer, Fault
from tests.telegram.http_client import asking, came, exchanged
from tests.telegram.messages import READER, private
from tests.telegram.ports import free_port

PROGRAM = [sys.executable, "-c", "from bot.cli.start import main; main()"]
ALLOWED = {**READER, "id": 78}


@contextmanager
def serving(
    api: BotApiServer, tmp_path: Path, config: str, *options: str
) -> Iterator[subprocess.Popen[str]]:
    """Over the bundled sample, the token in a file."""
    (tmp_path / "token").write_text(f"{TOKEN}\n")
    (tmp_path / "config.toml").write_text(
        f'telegram_token_file = "{tmp_path / "token"}"\ntelegram_api_url = "{api.url}"\n'
        f'state = "{tmp_path / "state"}"\n{config}'
    )
    environment = {**os.environ, "BACKISSUE_CONFIG": str(tmp_path / "config.toml")}
    process = subprocess.Popen(
        [*PROGRAM, "serve", *options], env=environment, stderr=subprocess.PIPE, text=True
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        assert process.stderr is not None
        process.stderr.read()
        process.stderr.close()
        process.wait(30)


def health(port: int) -> dict[str, object]:
    asked = exchanged(HostPort("127.0.0.1", port), asking("GET", "/health"))
    told: dict[str, object] = json.loads(came(asyncio.run(asked)).body)
    return told


def test_a_private_bot_with_its_token_in_a_file_answers_its_own_and_tells_its_health(
    api: BotApiServer, tmp_path: Path
) -> None:
    port = free_port()
    api.deliver(private("Who opened the bridge?"))
    api.deliver(private("bridge") | {"from": ALLOWED, "chat": {"id": 78, "type": "private"}})
    config = f'private = true\nallow = [78]\nmetrics = "127.0.0.1:{port}"\n'
    with serving(api, tmp_path, config) as process:
        assert api.next_reply(timeout=60).params["chat_id"] == "78"
        assert health(port) == {"healthy": True, "troubles": {}}
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0
    assert [sent.params["chat_id"] for sent in api.sent] == ["78"]
    assert len(list((tmp_path / "state").glob("telegram-*.sqlite"))) == 1


def test_a_bot_whose_processes_search_answers_and_ends_with_them(
    api: BotApiServer, tmp_path: Path
) -> None:
    with serving(api, tmp_path, "search_processes = 1\n") as process:
        api.deliver(private("Who opened the bridge?"))
        assert "keyboard" in str(api.next_reply(timeout=100).params["reply_markup"])
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 0
        assert process.stderr is not None
        said = process.stderr.read()  # to its end: nobody is left who could write
    assert "Traceback" not in said
    assert "process ended" not in said


def test_a_webhook_named_by_options_is_set(api: BotApiServer, tmp_path: Path) -> None:
    url = "https://bot.example.org/t"
    told = {"url": url, "has_custom_certificate": False, "pending_update_count": 0}
    api.fail("getWebhookInfo", Fault(result=told))
    options = ("--webhook", url, "--listen", f"127.0.0.1:{free_port()}")
    with serving(api, tmp_path, 'webhook_secret = "two-know-it"\n', *options):
        api.wait_for("getWebhookInfo", timeout=60)
        time.sleep(0.1)
    (asked,) = api.called("setWebhook")
    assert (asked["url"], asked["secret_token"]) == (url, "two-know-it")


@pytest.mark.parametrize(
    ("options", "config", "said"),
    [
        (("--webhook", "bot.example"), "", "--webhook: "),
        (("--listen", "8080"), "", "--listen: "),
        ((), "privat = true", "did you mean private?"),
        ((), 'metrics = "192.0.2.1:9"', "BACKISSUE_METRICS: 192.0.2.1:9 cannot be listened at"),
    ],
)
def test_what_cannot_be_is_one_line_and_code_2(
    api: BotApiServer, tmp_path: Path, options: tuple[str, ...], config: str, said: str
) -> None:
    with serving(api, tmp_path, f"{config}\n", *options) as process:
        assert process.wait(60) == 2
        assert process.stderr is not None
        line = process.stderr.read().strip().splitlines()[-1]
    assert said in line
