"""A word → the form that all its forms and spellings share, before it is stemmed."""

import re

from corpus.names import fold
from retrieval.text.languages.table import Language
from retrieval.text.letters import latin, one_apostrophe

IZE = re.compile(r"(\w{4,}?)is(e|ed|es|er|ers|ing|ation|ations|ational)")


ONE = "1"  # as a word it mostly stands for a person or a thing


class NormalForms:
    """The tables of one language, put to use."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._names = {
            **language.peoples,
            **language.spellings,
            **{word: figures for word, figures in language.numbers.items() if figures != ONE},
            **language.ordinals,
        }
        self._known = frozenset((*self._names, *self._names.values(), *language.transliterated))
        beginnings = sorted(language.variants, key=len, reverse=True)
        self._beginning = re.compile("|".join(beginnings)) if beginnings else None

    def folded(self, word: str) -> str:
        """In small Latin letters without diacritics, an apostrophe being `'`.

        A language that is written in Cyrillic keeps its own.
        """
        plain = one_apostrophe(word)
        if plain.isascii() or not self._language.is_latin:
            return fold(plain)
        romanized = latin(plain)
        return fold(plain) if romanized is plain else self._transliterated(romanized)

    def spelling(self, folded: str) -> str:
        """One spelling for all of a name."""
        return self._language.spellings.get(folded, folded)

    def form(self, folded: str, *, is_capital: bool) -> str:
        """Of a folded word, written with a capital or not."""
        language = self._language
        if is_capital or folded not in language.capital_peoples:
            singular = folded.removesuffix("s")  # `zelenskys` is typed for `Zelensky's`
            named = self._names.get(folded) or language.spellings.get(singular)
            if named:
                return named
        if not (is_capital and folded in language.name_forms):  # `Drew`, `Rose` are names
            folded = language.irregular.get(folded, folded)
        if self._beginning and (match := self._beginning.match(folded)):
            folded = language.variants[match.group()] + folded[match.end() :]
        for ending, instead in language.name_endings.items():
            if folded.endswith(ending):
                return folded.removesuffix(ending) + instead
        ize = IZE.fullmatch(folded) if language.never_ize else None
        if ize and ize.group(1) not in language.never_ize:
            return f"{ize.group(1)}iz{ize.group(2)}"
        return folded

    def _transliterated(self, word: str) -> str:
        """A name that came from another script, without the ending of a case if that is known."""
        table = self._language.transliterated
        if word in self._known:
            return table.get(word, word)
        for ending, nominative in self._language.cases:
            if (
                word.endswith(ending)
                and (name := word.removesuffix(ending) + nominative) in self._known
            ):
                return table.get(name, name)
        return word
