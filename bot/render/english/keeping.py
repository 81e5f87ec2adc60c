"""What is said of work on a whole archive."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.render.english.answers import shown
from bot.render.english.dates import counted


def index_behind(reason: str) -> str:
    """Where the archive was changed, and its index could not be."""
    return f"what was done to the archive stands, its index follows once this is mended: {reason}"


def upgrading_line(folder: Path, copy: Path) -> str:
    """Before the work is done, which takes a while."""
    return (
        f"The archive in {folder} is of an older Backissue, and is brought up to this one's form,"
        f" which takes a minute for some 30,000 articles; as it was, it stays in {copy.name}."
    )


def exported(count: int, file: Path) -> str:
    is_known = file.name.lower().removesuffix(".gz").endswith((".jsonl", ".json", "-"))
    advice = "" if is_known else "; `import` reads it under a name that ends in .jsonl"
    return f"Exported {counted(count, 'article')} to {file}{advice}."


def left_out(damaged: Sequence[str]) -> Iterator[str]:
    """Of articles that an export does not have."""
    for name in damaged:
        yield f"left out, as it is damaged: {shown(name)}"


def sqlite_line(version: str, *, has_race: bool) -> str:
    """Which SQLite runs, with a warning where it has a known fault."""
    warning = (
        "; let no other program write to the archive or checkpoint it:"
        " that could damage it before SQLite 3.51.3 (but for 3.50.7 and 3.44.6)"
    )
    return f"SQLite {version}{warning if has_race else ''}."


def on_cluster_line(folder: Path) -> str:
    """Where an archive is set, and the cluster is asked alone."""
    return f"No archive in {folder}: this is what lies on the cluster."
