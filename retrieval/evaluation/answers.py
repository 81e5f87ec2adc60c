"""Whether a text holds an answer: plainly, and with numbers in one form."""

import re
import unicodedata
from collections.abc import Iterable

from retrieval.evaluation.numbers import with_numbers

APART = re.compile(r"[\W_]+")


class Answers:
    """The strings that answer one question."""

    def __init__(self, answers: Iterable[str]) -> None:
        answers = tuple(answers)
        self._plain = [text for text in map(normalise, answers) if text]
        self._numbered = [text for text in map(with_numbers, answers) if text.strip()]

    def are_in(self, text: str) -> bool:
        """One of them is a part of the text, both normalised."""
        normal = normalise(text) if self._plain else ""
        return any(wanted in normal for wanted in self._plain)

    def are_in_with_numbers(self, text: str) -> bool:
        """So, or as whole words where numbers are in one form."""
        if self.are_in(text):
            return True
        numbered = with_numbers(text) if self._numbered else ""
        return any(wanted in numbered for wanted in self._numbered)


def normalise(text: str) -> str:
    """Lower-case letters and digits, single spaces."""
    return APART.sub(" ", unicodedata.normalize("NFC", text).lower()).strip()
