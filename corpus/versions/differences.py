"""What changed between two texts, by words: for people to read, and exact to the character."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, starmap

from rapidfuzz.distance import Indel

LEAST_KEPT = 0.3  # of the words of two paragraphs, for one to be the other, changed
MOST_PAIRS = 10_000  # changed paragraphs that are compared, each before with each after
MOST = 4_000  # paragraphs of a text, or words of a paragraph, that are compared
TOKEN = re.compile(r"\w+(?:['’.,-]\w+)*|\s+|[^\w\s]")
WORD = re.compile(r"\w+(?:['’.,-]\w+)*")


@dataclass(frozen=True, slots=True)
class Change:
    """Words before and after: the same where they were kept, either empty where some came or went.

    The changes of a paragraph, joined, are the old one and the new one to the character.
    """

    before: str
    after: str

    @property
    def is_kept(self) -> bool:
        return self.before == self.after


Paragraph = tuple[Change, ...]


def differences(before: Sequence[str], after: Sequence[str]) -> list[Paragraph]:
    """Every paragraph of two texts, in order; such as are alike are compared by words.

    Where too little of a paragraph is left, the old one stands whole before the new.
    """
    found: list[Paragraph] = []
    gone: list[str] = []
    come: list[str] = []
    for old, new in _aligned(before, after):
        if old == new:
            found += _paired(gone, come)
            gone, come = [], []
            found.append((Change(old, new),))
        else:
            gone += [old] * bool(old)
            come += [new] * bool(new)
    return found + _paired(gone, come)


def by_words(before: str, after: str) -> Paragraph:
    """One text by words; whole before and after where too little of it is left."""
    if before == after:
        return (Change(before, after),)
    if _kept(WORD.findall(before), WORD.findall(after)) < LEAST_KEPT:
        return (Change(before, after),)
    tokens = starmap(Change, _aligned(TOKEN.findall(before), TOKEN.findall(after)))
    changes = list(_without_crumbs(list(_joined(tokens))))
    return tuple(_joined(part for change in changes for part in _without_space(change)))


def _aligned(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each of both, in order: what is kept with itself, what went or came with an empty text."""
    if max(len(before), len(after)) > MOST:
        yield from ((old, "") for old in before)
        yield from (("", new) for new in after)
        return
    for step in Indel.opcodes(before, after):
        gone = before[step.src_start : step.src_end]
        come = after[step.dest_start : step.dest_end]
        if step.tag == "equal":
            yield from zip(gone, come, strict=True)
        else:
            yield from ((old, "") for old in gone)
            yield from (("", new) for new in come)


def _joined(changes: Iterable[Change]) -> Iterator[Change]:
    """The same, with what was kept, and what was not, in one."""
    for _, run in groupby(changes, lambda change: change.is_kept):
        parts = list(run)
        yield Change("".join(one.before for one in parts), "".join(one.after for one in parts))


def _without_space(change: Change) -> Iterator[Change]:
    """The same, with the space in which both end apart."""
    if not change.is_kept and change.before[-1:] == change.after[-1:] == " ":
        yield Change(change.before[:-1], change.after[:-1])
        yield Change(" ", " ")
    else:
        yield change


def _without_crumbs(changes: Sequence[Change]) -> Iterator[Change]:
    """The same, with no kept space or comma alone between two changes."""
    pending: Change | None = None
    for place, change in enumerate(changes):
        is_between = 0 < place < len(changes) - 1
        if change.is_kept and not (is_between and not WORD.search(change.before)):
            if pending:
                yield pending
            pending = None
            yield change
        elif pending:
            pending = Change(pending.before + change.before, pending.after + change.after)
        else:
            pending = change
    if pending:
        yield pending


def _paired(gone: Sequence[str], come: Sequence[str]) -> list[Paragraph]:
    """Paragraphs that changed, in order: the pairs with most words in common, the others alone."""
    best = _best_pairs(gone, come)
    found: list[Paragraph] = []
    i = j = 0
    for old, new in [*best, (len(gone), len(come))]:
        found += [(Change(text, ""),) for text in gone[i:old]]
        found += [(Change("", text),) for text in come[j:new]]
        if old < len(gone):
            found.append(by_words(gone[old], come[new]))
        i, j = old + 1, new + 1
    return found


def _best_pairs(gone: Sequence[str], come: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of places, rising in both, that have most in common together."""
    if len(gone) * len(come) > MOST_PAIRS:
        return []
    best: list[list[float]] = [[0.0] * (len(come) + 1) for _ in range(len(gone) + 1)]
    new_words = [WORD.findall(text) for text in come]
    likeness = [[_kept(old, new) for new in new_words] for old in map(WORD.findall, gone)]
    for i in reversed(range(len(gone))):
        for j in reversed(range(len(come))):
            both = likeness[i][j] + best[i + 1][j + 1] if likeness[i][j] >= LEAST_KEPT else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], both)
    pairs = []
    i = j = 0
    while i < len(gone) and j < len(come):
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            pairs.append((i, j))
            i, j = i + 1, j + 1
    return pairs


def _kept(before: Sequence[str], after: Sequence[str]) -> float:
    """How much of the words of two texts, 0 to 1, both have in the same order."""
    if max(len(before), len(after)) > MOST:
        return 0.0
    return Indel.normalized_similarity(before, after)
