"""Text exports for tests; every word in them is invented."""

from datetime import datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

from corpus.article import Article
from corpus.files import read_files
from corpus.lines.line import as_lines
from corpus.lines.tidying import tidied
from corpus.readers import Defaults, Finished, Rejected

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


def read(folder: Path, content: str | bytes, defaults: Defaults = VILNIUS) -> Finished | Rejected:
    file = folder / "article.txt"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    (item,) = read_files([file], defaults)
    return item


def article(folder: Path, content: str | bytes, defaults: Defaults = VILNIUS) -> Article:
    item = read(folder, content, defaults)
    assert isinstance(item, Finished), item
    return item.article


def paragraphs_of(*lines: str, is_page: bool = False) -> tuple[str, ...]:
    """The lines that are an article's own words."""
    return tuple(line.text for line in tidied(as_lines(lines), is_page=is_page).paragraphs)


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
