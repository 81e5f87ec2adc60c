"""Text exports for tests; every word in them is invented."""

from datetime import datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

from corpus.article import Article
from corpus.readers import Defaults, Read, Rejected, reader_for

VILNIUS = Defaults("Nemunas Herald", ZoneInfo("Europe/Vilnius"))
WINTER = datetime(2021, 1, 27, 17, 30, tzinfo=timezone(timedelta(hours=2)))
DATE = "2021.01.27 17:30"
TITLE = "Bridge fails its first test, inspectors say"
FIRST = (
    "The new bridge over the Vilka failed its first load test on Tuesday, inspectors said, adding"
    " that the town had been told twice."
)
SECOND = "“Nobody listened,” said the chief inspector, a man of 61."
THIRD = "A second test is planned for 3 February 2021."


def read(folder: Path, content: str | bytes, defaults: Defaults = VILNIUS) -> Read | Rejected:
    file = folder / "article.txt"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    reader = reader_for(file)
    assert reader is not None
    (item,) = reader(file, defaults, lambda size: None)
    return item


def article(folder: Path, content: str | bytes, defaults: Defaults = VILNIUS) -> Article:
    item = read(folder, content, defaults)
    assert isinstance(item, Read), item
    return item.article


def export(*lines: str, between: str = "\n\n") -> str:
    return between.join(lines)


CLOSING = "This story originally appeared on Radio Baltic Europe, partners of Nemunas Herald."
USUAL = export(
    DATE,
    f"RBE/RN{DATE}",
    TITLE,
    FIRST,
    "Read more: Why the bridge is late",
    SECOND,
    THIRD,
    CLOSING,
)
