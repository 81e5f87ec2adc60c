"""What is said of checks and copies of an archive."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.render.english.answers import shown
from bot.render.english.dates import counted
from corpus.archive.keeping.checking import Checked, Fault, FaultKind
from retrieval.index.checking import IndexChecked, IndexState

FAULTS = {
    FaultKind.FILE: "the file: {}",
    FaultKind.COUNTS: "the count of {}",
    FaultKind.STRAY: "paragraphs of no version: {}",
    FaultKind.POINTER: "not the newest version is read of {}",
}
INDEXES = {
    IndexState.SAME: "has the same articles and passages",
    IndexState.BEHIND: "is behind; the next question brings it up",
    IndexState.UNREACHABLE: "could not be checked",
    IndexState.NONE: "is not built yet; the next question builds it",
    IndexState.FOREIGN: "is of another archive or version; the next question builds it again",
    IndexState.AHEAD: (
        "has changes that the archive has not: it is of a later state of it,"
        " or of another copy; build it again with: backissue reindex"
    ),
    IndexState.UNASKED: (
        "is not asked by machines that have the cluster only, as an alias of it is missing;"
        " the next question sets it again"
    ),
    IndexState.DIFFERENT: "has {} missing and {} too many; build it again with: backissue reindex",
    IndexState.UNUSABLE: "is damaged; the next question builds it again",
}
WHAT_TO_DO = (
    "Put a backup back, or let them be replaced: backissue check --mend, "
    "then import or collect them again."
)


def damaged_lines(found: Checked) -> Iterator[str]:
    """A line for each thing that is wrong."""
    for version in found.damaged:
        older = "" if version.is_newest else " (an older version)"
        yield f"damaged: {shown(version.article)}{older}"
    for fault in found.faults:
        yield _fault_line(fault)


def checked_line(found: Checked, seconds: float) -> str:
    """The sum of a check."""
    read = (
        f"Checked {counted(found.articles, 'article')} ({counted(found.versions, 'version')}, "
        f"{counted(found.paragraphs, 'paragraph')}) in {seconds:.1f} s"
    )
    if found.is_sound:
        return f"{read}: all are what was stored."
    wrong = [f"{counted(len(found.damaged), 'version')} damaged"] if found.damaged else []
    wrong += [counted(len(found.faults), "other fault")] if found.faults else []
    return f"{read}: {', '.join(wrong)}. What is damaged is not quoted. {WHAT_TO_DO}"


def index_line(index: IndexChecked) -> str:
    return (
        f"The index ({index.engine}) {INDEXES[index.state].format(index.missing, index.surplus)}."
    )


def backed_up(found: Checked, file: Path, size: int) -> str:
    return f"Backed up {_all_of(found)} to {file} ({size:,} bytes)."


def restored(found: Checked, folder: Path) -> str:
    return f"Restored {_all_of(found)} into {folder}."


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


def _all_of(found: Checked) -> str:
    verified = "each verified" if found.is_sound else "not all of them sound"
    return (
        f"{counted(found.articles, 'article')} ({counted(found.versions, 'version')}), {verified},"
    )


def _fault_line(fault: Fault) -> str:
    return f"wrong: {FAULTS[fault.kind].format(shown(fault.detail))}"


def on_cluster_line(folder: Path) -> str:
    """Where an archive is set, and the cluster is asked alone."""
    return f"No archive in {folder}: this is what lies on the cluster."
