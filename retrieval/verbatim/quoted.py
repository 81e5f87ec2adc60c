"""A quote as somebody gives it, taken apart."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, pairwise

from retrieval.question.phrases import IN_MARKS, inside
from retrieval.question.words import ADDRESS
from retrieval.verbatim.words import Words, keys_of

LEAST_IN_MARKS = 3  # words; fewer in quotation marks are a name, or a word that is not meant
MEANT = 5  # words that are meant whatever stands around them; fewer where they are half of all
OMISSION = re.compile(r"[\[(]\s*(?:…|\.{3}|\. \. \.)\s*[\])]|…|\.{3,}|\. \. \.")
# A paragraph ends with a sentence, and with a line.
BREAK = re.compile(r"[.!?…:;][\"'’”»)\]]*\s|\n")
LABELLED = re.compile(r":\s*[\"'“„«‘]")
DIVIDED = re.compile(r"(?<=[^\W\d_])[-‐]\s*\n\s*(?=[^\W\d_])")  # a word across two lines


@dataclass(frozen=True)
class Quoted:
    """`text` is as it was given. What stands for an omission, `…`, parts it.

    `is_run_on`: its paragraphs may follow one another with nothing between them that ends one.
    """

    text: str
    is_run_on: bool = False

    @cached_property
    def words(self) -> Words:
        return Words(self.text)

    @cached_property
    def parts(self) -> list[list[str]]:
        """The keys of each part between omissions; none of them is empty."""
        return self._runs(OMISSION)

    @cached_property
    def fragments(self) -> list[list[str]]:
        """Runs of keys each of which stands in one paragraph, if the quote stands anywhere."""
        breaks = re.compile(f"{OMISSION.pattern}|{BREAK.pattern}")
        return self._runs(breaks, may_begin=self.is_run_on)

    @cached_property
    def in_marks(self) -> "Quoted | None":
        """What stands in quotation marks, where somebody's own words stand around it.

        Between several an omission. A few words are a title rather, or an expression.
        """
        quoted = Quoted(" … ".join(map(inside, self._long)))
        count, whole = len(quoted.words.keys), len(self.words.keys)
        is_meant = count >= MEANT or 2 * count >= whole
        return quoted if is_meant and 0 < count < whole else None

    @cached_property
    def around_marks(self) -> list[str]:
        """What stands before, between and behind what is `in_marks`."""
        return self._around(self._long)

    @cached_property
    def is_labelled(self) -> bool:
        """Whether what begins is a label: `Gludkis: “No”`, `Gludkis said: “No”`."""
        return bool(self._long) and self.text[: self._long[0].start()].rstrip().endswith(":")

    @cached_property
    def quotations(self) -> list[tuple["Quoted", list[str]]]:
        """Several of which each may be of another article, the longest first, with what stands
        around each.
        """
        found = [(Quoted(inside(match)), self._around([match])) for match in self._long]
        found.sort(key=lambda one: -len(one[0].words.keys))
        return found if len(found) > 1 else []

    def _around(self, matches: Sequence[re.Match[str]]) -> list[str]:
        ends = [0, *chain.from_iterable(match.span() for match in matches), len(self.text)]
        around = (self.text[start:end] for start, end in zip(ends[::2], ends[1::2], strict=True))
        told = (words for words in map(Words, around) if words.keys)
        return [words.text[words.spans[0][0] : words.spans[-1][1]] for words in told]

    @cached_property
    def _long(self) -> list[re.Match[str]]:
        found = IN_MARKS.finditer(self.text)
        return [match for match in found if len(keys_of(inside(match))) >= LEAST_IN_MARKS]

    def readings(self) -> Iterator["Quoted"]:
        """The quote; where a word may be divided between two lines, with it whole; without the
        addresses beside it; and each of these as paragraphs that run on.
        """
        texts = [self.text, DIVIDED.sub("", self.text), ADDRESS.sub(" ", self.text)]
        readings = [Quoted(text) for text in dict.fromkeys(texts)]
        yield from readings
        yield from (replace(reading, is_run_on=True) for reading in readings)

    def _runs(self, breaks: re.Pattern[str], *, may_begin: bool = False) -> list[list[str]]:
        """Of keys; `may_begin`: a capital or a figure may begin one."""
        spans, keys = self.words.spans, self.words.keys
        ends = [n for n, ((_, end), (start, _)) in enumerate(pairwise(spans), 1)
                if breaks.search(self.text, end, start)
                or (may_begin and not self.text[start].islower())]  # fmt: skip
        runs = [keys[first:end] for first, end in pairwise([0, *ends, len(keys)])]
        return [run for run in runs if run]
