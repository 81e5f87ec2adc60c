"""English words about where articles came from, and about taking them out."""

from collections.abc import Sequence

from bot.render.english.dates import counted
from corpus.archive.provenance.runs import Run
from corpus.archive.provenance.undoing import Undone

IN_LOG = (
    "Its words may still stand in the archive's log, as somebody reads there; they go with the"
    " next import or removal that nobody reads beside."
)
FAULTS = {
    "future": "published in the future",
    "epoch": "published where a machine's calendar begins",
    "far": "published in a year of no newspaper",
    "updated-before-published": "updated before it was published",
    "no-such-hour": "at an hour that clocks left out",
    "hour-twice": "at an hour that came twice",
    "only-updated": "its page names only the day of a change",
}


NONE_LIKE_THAT = "there is no article like that; without options all are listed"
NO_RUNS = "there was no import or collection like that"


def no_article_line(named: str) -> str:
    return f"there is no article {named}; look for it with: backissue list --title WORDS"


def fault_line(fault: str) -> str:
    return FAULTS.get(fault, fault)


def more_line(more: int) -> str:
    return f"… and {counted(more, 'article')} more; --limit N shows them."


def would_be_removed(count: int) -> str:
    return f"{counted(count, 'article')} would be removed:"


def count_wanted(there: int, told: int | None) -> str:
    begin = "say how many are to go" if told is None else f"--count says {told:,}"
    return f"{begin}; there are {there:,}: give --count {there} to remove them for ever"


def removed_line(count: int, article: str | None) -> str:
    return f"Removed {article or counted(count, 'article')}."


def whose_words(count: int) -> str:
    whose = "Its" if count == 1 else "Their"
    return (
        f"{whose} words are overwritten in the archive. Single terms without their text may stay in"
        " the index's files until it is built anew: backissue reindex."
    )


def still_in_index(engine: str, reason: str, *, has_texts: bool) -> str:
    """`has_texts`: the articles lie there too, for those who have no archive at hand."""
    still = (
        "what was removed, and those who ask it without the archive see it"
        if has_texts
        else "terms of what was removed, and shows none of its text"
    )
    return (
        f"the index of {engine} still has {still} ({reason});"
        f" once that is mended: backissue reindex --engine {engine}"
    )


def in_copies(names: Sequence[str]) -> str:
    """Of files that upgrades have left beside the archive."""
    return f"As it was before an upgrade, it stays in {', '.join(names)}: delete that."


def kept_out_line(count: int) -> str:
    was, stay = ("was", "stays") if count == 1 else ("were", "stay")
    return (
        f"{counted(count, 'article')} {was} removed before and {stay} out;"
        " --again takes in what was removed."
    )


def undo_line(run: int, options: str) -> str:
    return f"To take that back: backissue import --undo {run}{options}"


def undone_lines(run: int, undone: Undone) -> list[str]:
    lines = [
        f"Undid run {run}: {counted(undone.removed, 'article')} that it brought gone,"
        f" {undone.restored:,} as before it."
    ]
    if undone.kept:
        lines.append(f"{counted(undone.kept, 'article')} changed since by later runs: left as now.")
    return lines


def run_line(run: Run) -> str:
    """`run 2: import, 2021-03-14 17:30 UTC, 3 new, 0 changed, 1 as before`."""
    added = run.added
    parts = [
        f"run {run.id}: {run.kind}",
        f"{run.began:%Y-%m-%d %H:%M} UTC",
        f"{added.new:,} new",
        f"{added.changed:,} changed",
        f"{added.unchanged:,} as before",
    ]
    if added.kept_out:
        parts.append(f"{added.kept_out:,} kept out")
    if run.undone:
        parts.append("undone")
    elif not run.ended:
        parts.append("unfinished: it goes on, or was broken off")
    return ", ".join(parts)
