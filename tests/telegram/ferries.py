"""Seven articles about ferries, and what people press under answers from them."""

from dataclasses import replace
from datetime import date, timedelta

from corpus.article import Article, Paragraph
from retrieval.answer import Quote
from tests.telegram.answers import answer
from tests.telegram.bot_api.people import Chat
from tests.telegram.bot_api.world import Sent
from tests.telegram.bot_api_server import BotApiServer
from tests.telegram.running import FakeArchive

FIRST_DAY = date(2020, 3, 1)
# The best quote is neither of the oldest article nor of the newest.
ORDER = (4, 0, 6, 2, 5, 1, 3)


def article(number: int, *, words: str = "A ferry came") -> Article:
    sentence = f"{words} to pier {number}."
    return Article(
        id=f"a{number}",
        title=f"Pier {number}",
        published=FIRST_DAY + timedelta(days=number),
        source="Rudna Post",
        paragraphs=("Fog lay.", f"It rained. {sentence} All waved.", "Cars waited.", "Night fell."),
        url=f"https://post.example/{number}",
    )


def quote_of(number: int, *, words: str = "A ferry came") -> Quote:
    whole = article(number, words=words)
    text = whole.paragraphs[1]
    start, end = len("It rained. "), len(text) - len(" All waved.")
    paragraph = Paragraph(whole.id, 1, text)
    return Quote(1, 1.0, whole, paragraph, start, end, ((2, 7),), confidence=0.9)


def quoted(sent: Sent) -> list[str]:
    """The piers that are quoted, in order."""
    return [text.removesuffix(".").rpartition(" ")[2] for text in sent.parsed.quotes]


def piers(*numbers: int) -> list[str]:
    return [str(number) for number in numbers]


def labels(message: dict[str, object]) -> list[list[str]]:
    markup = message.get("reply_markup")
    rows = markup["inline_keyboard"] if isinstance(markup, dict) else []
    return [[button["text"] for button in row] for row in rows]


def ferries() -> FakeArchive:
    """An archive that answers everything by seven articles."""
    archive = FakeArchive()
    archive.articles = {f"a{number}": article(number) for number in ORDER}
    archive.reply = lambda text: replace(
        answer(*map(quote_of, ORDER), question=text), total=len(ORDER)
    )
    return archive


def asked(api: BotApiServer, chat: Chat, words: str = "ferry") -> Sent:
    chat.person.says(words)
    return api.next_reply()


def pressed(api: BotApiServer, chat: Chat, sent: Sent, *presses: str) -> Sent:
    """The message behind them, one after the other."""
    for label in presses:
        chat.person.presses(sent.message, label)
        sent = api.next_edit()
    return sent


def button(sent: Sent, label: str) -> dict[str, object]:
    rows = sent.message["reply_markup"]["inline_keyboard"]
    found: dict[str, object] = next(one for row in rows for one in row if one["text"] == label)
    return found
