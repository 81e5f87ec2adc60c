"""Draw how the bot looks: real answers from the sample archive, as a chat shows them.

    python deploy/pictures/draw.py

Wants Chromium on the PATH (Debian: chromium, fonts-noto-core). The replies' HTML and the buttons
are the very ones that are sent to Telegram; only the page around them is drawn here.
"""

import html
import re
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from telegram import User

from bot.cli.telegram_bot import asker
from bot.render.telegram.inline_cards import quote_cards
from bot.settings import Settings
from bot.telegram.incoming.question import Asked
from bot.telegram.outgoing import Keyboard
from bot.telegram.showing.pages import Pages
from bot.telegram.showing.source import Ask
from bot.telegram.state.cards import Card
from corpus.sample import sample_archive
from retrieval.answering import Answerer
from retrieval.index.index import Index

FOLDER = Path(__file__).parent
WIDTH = 520
TALLEST = 1600
ME = User(1, "Backissue", is_bot=True, username="your_bot", supports_inline_queries=True)
ASKED_AT = datetime(2025, 1, 7, 12, tzinfo=UTC)
QUESTION = "What was the first vehicle over the new bridge?"
CLAIM = "The bridge at Vilkaraistė cost 40.8 million euros"
TYPED = "the ferry Gervė"
BLOCK = re.compile(r"\n?(<blockquote(?: expandable)?>.*?</blockquote>)\n?", re.DOTALL)
STYLE = """
body { margin: 0; background: #d5e3c8; font: 15px/1.4 "Noto Sans", sans-serif; }
#chat { padding: 14px; display: flow-root; }
.said { border-radius: 12px; padding: 8px 12px; margin-bottom: 10px; background: #fff;
        width: fit-content; max-width: 430px; }
.mine { background: #eeffde; margin-left: auto; }
.who { color: #b5534c; font-weight: 600; }
.reply { white-space: pre-wrap; margin-bottom: 4px; }
blockquote { margin: 4px 0; padding: 4px 8px; border-left: 3px solid #3d8fd6;
             background: #eaf3fb; border-radius: 4px; }
blockquote[expandable] { display: -webkit-box; -webkit-box-orient: vertical; overflow: hidden;
                         -webkit-line-clamp: 3; }
.hung { margin: 2px 0 6px; padding: 2px 8px; border-left: 3px solid #b5534c; background: #f8ecea;
        border-radius: 4px; white-space: normal; }
a { color: #2a7ac0; text-decoration: none; }
.row { display: flex; gap: 4px; max-width: 454px; margin-bottom: 4px; }
.row span { flex: 1; text-align: center; padding: 6px 0; border-radius: 8px; color: #fff;
            background: #8aa182; font-size: 14px; }
.cards { background: #fff; border-radius: 12px; margin-bottom: 10px; }
.cards div { padding: 8px 12px; border-bottom: 1px solid #e6e6e6; white-space: pre-line; }
.cards b { display: block; }
.cards span { color: #666; }
"""


def main() -> None:
    browser = shutil.which("chromium")
    if browser is None:
        sys.exit("chromium is not on the PATH")
    with tempfile.TemporaryDirectory() as folder, sample_archive(Path(folder)) as archive:
        index = Index(archive, "tantivy")
        ask = asker(Settings(), Answerer(archive, index))
        pages = Pages(ask, archive.article, me=lambda: ME)
        for name, drawn in (
            ("reply", _private(pages)),
            ("claim", _claim(pages)),
            ("inline", _inline(ask)),
        ):
            _draw(browser, Path(folder), FOLDER / f"{name}.png", drawn)
        index.close()


def _private(pages: Pages) -> str:
    reply = _reply(pages, Asked(QUESTION), chat=1)
    return f'<div class="said mine">{html.escape(QUESTION)}</div>{reply}'


def _claim(pages: Pages) -> str:
    said = html.escape(CLAIM)
    hung = f'<div class="hung"><div class="who">Ona</div>{said}</div>'
    return (
        f'<div class="said"><div class="who">Ona</div>{said}</div>'
        '<div class="said mine">/ask</div>'
        f"{_reply(pages, Asked(CLAIM, is_said=True), chat=-1, above=hung)}"
    )


def _inline(ask: Ask) -> str:
    cards = quote_cards(ask(Asked(TYPED), ASKED_AT, limit=4))
    shown = "".join(
        f"<div><b>{html.escape(card.title)}</b><span>{html.escape(card.description)}</span></div>"
        for card in cards
    )
    typed = f'<div class="said mine">@your_bot {html.escape(TYPED)}</div>'
    return f'<div class="cards">{shown}</div>{typed}'


def _reply(pages: Pages, asked: Asked, *, chat: int, above: str = "") -> str:
    card = Card("key", chat, None, asked, ASKED_AT)
    _, page = pages.first(card)
    words = BLOCK.sub(r"\1", page.html)
    return f'<div class="said reply">{above}{words}</div>{_buttons(page.keyboard)}'


def _buttons(keyboard: Keyboard) -> str:
    rows = ("".join(f"<span>{html.escape(one.text)}</span>" for one in row) for row in keyboard)
    return "".join(f'<div class="row">{row}</div>' for row in rows)


def _draw(browser: str, folder: Path, picture: Path, chat: str) -> None:
    page = folder / "page.html"
    page.write_text(
        f'<!doctype html><meta charset="utf-8"><style>{STYLE}</style><div id="chat">{chat}</div>'
        "<script>document.title = document.getElementById('chat').offsetHeight</script>",
        "utf-8",
    )

    def run(*arguments: str) -> str:
        ran = subprocess.run(  # noqa: S603 (the browser found on the PATH)
            [browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
             "--disable-background-networking", f"--user-data-dir={folder}/profile",
             *arguments, page.as_uri()],
            check=True,
            capture_output=True,
            text=True,
        )  # fmt: skip
        return ran.stdout

    found = re.search(r"<title>(\d+)</title>", run(f"--window-size={WIDTH},800", "--dump-dom"))
    height = int(found[1]) if found else TALLEST
    run("--force-device-scale-factor=2", f"--window-size={WIDTH},{height}",
        f"--screenshot={picture}")  # fmt: skip


if __name__ == "__main__":
    main()
