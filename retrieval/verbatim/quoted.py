"""A quote as somebody gives it, taken apart."""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from retrieval.question.phrases import IN_MARKS, inside
from retrieval.verbatim.words import Words, keys_of

LEAST_IN_MARKS = 3  # words; fewer in quotation marks are a name, or a word that is not meant
OMISSION = re.compile(r"[\[(]\s*(?:…|\.{3}|\. \. \.)\s*[\])]|…|\.{3,}|\. \. \.")
# A paragraph ends with a sentence, and with a line.
BREAK = re.compile(r"[.!?…:;][\"'’”»)\]]*\s|\n")
DIVIDED = re.compile(r"(?<=[^\W\d_])[-‐]\s*\n\s*(?=[^\W\d_])")  # a word across two lines


@dataclass(frozen=True)
class Quoted:
    """`text` is as it was given. What stands for an omission, `…`, parts it."""

    text: str

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
        return self._runs(re.compile(f"{OMISSION.pattern}|{BREAK.pattern}"))

    @cached_property
    def in_marks(self) -> "Quoted | None":
        """What stands in quotation marks, where somebody's own words stand around it.

        Between several an omission.
        """
        parts = [inside(match) for match in IN_MARKS.finditer(self.text)]
        long = [part for part in parts if len(keys_of(part)) >= LEAST_IN_MARKS]
        quoted = Quoted(" … ".join(long))
        return quoted if 0 < len(quoted.words.keys) < len(self.words.keys) else None

    def readings(self) -> list["Quoted"]:
        """The quote, and where a word may be divided between two lines, the quote with it whole."""
        whole = DIVIDED.sub("", self.text)
        return [self] if whole == self.text else [self, Quoted(whole)]

    def _runs(self, breaks: re.Pattern[str]) -> list[list[str]]:
        spans, keys = self.words.spans, self.words.keys
        ends = [n for n, ((_, end), (start, _)) in enumerate(pairwise(spans), 1)
                if breaks.search(self.text, end, start)]  # fmt: skip
        runs = [keys[first:end] for first, end in pairwise([0, *ends, len(keys)])]
        return [run for run in runs if run]
