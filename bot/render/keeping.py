"""`Checked` → a terminal, and JSON."""

from rich.console import Console

from bot.render.as_json import Json
from bot.render.english.keeper.checks import checked_line, damaged_lines, index_line
from corpus.archive.keeping.checking import Checked
from retrieval.index.checking import IndexChecked


def print_checked(console: Console, found: Checked, index: IndexChecked, seconds: float) -> None:
    print_damaged(console, found)
    for line in (checked_line(found, seconds), index_line(index)):
        console.print(line, soft_wrap=True, markup=False)


def print_damaged(console: Console, found: Checked) -> None:
    """All of it, a line each; nothing where nothing is wrong."""
    for line in damaged_lines(found):
        console.print(line, soft_wrap=True, markup=False)


def checked_json(found: Checked, index: IndexChecked) -> dict[str, Json]:
    return {
        "sound": found.is_sound and index.is_sound,
        "articles": found.articles,
        "versions": found.versions,
        "paragraphs": found.paragraphs,
        "damaged": [
            {"id": one.article, "seq": one.seq, "newest": one.is_newest} for one in found.damaged
        ],
        "faults": [{"kind": fault.kind.value, "detail": fault.detail} for fault in found.faults],
        "index": {
            "engine": index.engine,
            "state": index.state.value,
            "paragraphs": index.passages,
            "missing": index.missing,
            "surplus": index.surplus,
        },
    }
