"""Draw `reply.png`: a question to the sample archive and the bot's real reply, as a chat shows it.

    python deploy/pictures/draw.py

Wants Chromium on the PATH (Debian: chromium, fonts-noto-core). The reply's HTML is the very text
that is sent to Telegram; only the page around it is drawn here.
"""

import html
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from bot.render.telegram.message import answer_message
from corpus.sample import sample_archive
from retrieval.answering import Answerer
from retrieval.index.index import Index

QUESTION = "What was the first vehicle over the new bridge?"
PICTURE = Path(__file__).with_name("reply.png")
PAGE = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; padding: 14px; background: #d5e3c8; font: 15px/1.4 "Noto Sans", sans-serif; }}
div {{ border-radius: 12px; padding: 8px 12px; margin-bottom: 10px; width: fit-content; }}
.asked {{ background: #eeffde; margin-left: auto; }}
.reply {{ background: #fff; max-width: 430px; white-space: pre-wrap; }}
blockquote {{ margin: 4px 0; padding: 4px 8px; border-left: 3px solid #3d8fd6;
             background: #eaf3fb; border-radius: 4px; }}
a {{ color: #2a7ac0; text-decoration: none; }}
</style><div class="asked">{question}</div><div class="reply">{reply}</div>"""


def main() -> None:
    browser = shutil.which("chromium")
    if browser is None:
        sys.exit("chromium is not on the PATH")
    with tempfile.TemporaryDirectory() as folder:
        with sample_archive(Path(folder)) as archive:
            index = Index(archive, "tantivy")
            answer = Answerer(archive, index).ask(QUESTION, asked_at=datetime.now(UTC), limit=2)
            index.close()
        page = Path(folder, "page.html")
        reply = answer_message(answer, in_group=False).html.replace(
            "</blockquote>\n", "</blockquote>"
        )
        page.write_text(PAGE.format(question=html.escape(QUESTION), reply=reply), "utf-8")
        subprocess.run(  # noqa: S603 (the browser found on the PATH)
            [browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
             "--disable-background-networking", f"--user-data-dir={folder}/profile",
             "--force-device-scale-factor=2", "--window-size=520,530",
             f"--screenshot={PICTURE}", page.as_uri()],
            check=True,
            capture_output=True,
        )  # fmt: skip


if __name__ == "__main__":
    main()
