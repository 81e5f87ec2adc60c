"""An article's versions, and what each changed → a terminal, or JSON."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from rich.console import Console
from rich.text import Text

from bot.render.as_json import Json, article_json
from bot.render.english.dates import when
from bot.render.english.keeper.versions import FIELDS, kept_line, version_line
from bot.render.terminal import INDENT, print_line
from bot.render.words import headline
from corpus.article import Article
from corpus.versions.differences import Change, Paragraph, by_words, differences
from corpus.versions.version import Version

GONE, COME = "red strike", "green"


def print_versions(console: Console, versions: Sequence[Version]) -> None:
    """Each version with what it changed, the newest last.

    Words that went are `[-red-]`, words that came `{+green+}`.
    """
    print_line(console, Text(headline(versions[-1].article), "bold"))
    before: Version | None = None
    for number, version in enumerate(versions, 1):
        console.print()
        print_line(console, Text(version_line(number, version), "cyan"))
        if before:
            for line in _changed(before.article, version.article):
                print_line(console, line, indent=INDENT)
        before = version


def versions_json(versions: Sequence[Version]) -> dict[str, Json]:
    """`changes` are those from the version before; of the first there are none."""
    shown = [{**article_json(one.article), "seen": _iso(one.seen)} for one in versions]
    for value, (before, after) in zip(shown[1:], pairwise(versions), strict=True):
        value["changes"] = {
            "fields": {
                field: {"before": old, "after": new}
                for field, old, new in _fields(before.article, after.article)
            },
            "paragraphs": [
                [{"before": one.before, "after": one.after} for one in paragraph]
                for paragraph in differences(before.article.paragraphs, after.article.paragraphs)
            ],
        }
    return {"id": versions[-1].article.id, "versions": shown}


def _changed(before: Article, after: Article) -> Iterator[Text]:
    for field, old, new in _fields(before, after):
        yield Text(f"{FIELDS[field]}: ", "dim").append_text(_marked(by_words(old, new)))
    kept = 0
    for paragraph in differences(before.paragraphs, after.paragraphs):
        if all(change.is_kept for change in paragraph):
            kept += 1
            continue
        if kept:
            yield Text(kept_line(kept), "dim")
        kept = 0
        yield _marked(paragraph)
    if kept:
        yield Text(kept_line(kept), "dim")


def _marked(paragraph: Paragraph) -> Text:
    return Text.assemble(*(part for change in paragraph for part in _parts(change)))


def _parts(change: Change) -> Iterator[str | tuple[str, str]]:
    if change.is_kept:
        yield change.after
        return
    if change.before:
        yield f"[-{change.before}-]", GONE
    if change.after:
        yield f"{{+{change.after}+}}", COME


def _fields(before: Article, after: Article) -> Iterator[tuple[str, str, str]]:
    """The fields that differ, by name, as they are shown."""
    for field in FIELDS:
        old, new = _shown(getattr(before, field)), _shown(getattr(after, field))
        if old != new:
            yield field, old, new


def _shown(value: object) -> str:
    if isinstance(value, date):
        return when(value)
    return ", ".join(value) if isinstance(value, tuple) else str(value or "")


def _iso(moment: date | None) -> str | None:
    return moment.isoformat() if moment else None
