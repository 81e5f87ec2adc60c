"""What is said of what a check found, and of copies that were checked."""

from collections.abc import Iterator
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


def _all_of(found: Checked) -> str:
    verified = "each verified" if found.is_sound else "not all of them sound"
    return (
        f"{counted(found.articles, 'article')} ({counted(found.versions, 'version')}), {verified},"
    )


def _fault_line(fault: Fault) -> str:
    return f"wrong: {FAULTS[fault.kind].format(shown(fault.detail))}"
