"""Outlets and agencies by the names people give them."""

import re
from collections.abc import Sequence
from functools import lru_cache

from corpus.archive.archive import Archive
from corpus.names import label
from retrieval.errors import UnknownSourceError


def resolve(asked: Sequence[str], archive: Archive) -> tuple[str, ...]:
    """The archive's own names for what was asked: `lrt` finds `LRT English`.

    A name as the archive has it stands for itself alone, `USA Today` for `usatoday.com`; other
    words stand for every outlet and agency whose name holds all of them. Case and diacritics do
    not matter.

    Raises UnknownSourceError, with the names there are.
    """
    if not asked:
        return ()
    known = list(dict.fromkeys([*archive.sources(), *archive.agencies()]))
    found: list[str] = []
    for name in asked:
        exact = [own for own in known if label(own) == label(name)]
        words = set(label(name).split())
        matching = (
            exact
            or [own for own in known if _joined(own) == _joined(name) != ""]
            or [own for own in known if words and words <= set(label(own).split())]
        )
        if not matching:
            some = ", ".join(known[:8]) + (", …" if len(known) > 8 else "")
            raise UnknownSourceError(f"no outlet or agency is called {name!r}; there are {some}")
        found += matching
    return tuple(dict.fromkeys(found))


def _joined(name: str) -> str:
    """`usatoday` of `USA Today` and of `www.usatoday.com`."""
    letters = re.sub(r"^www\.|(?:\.\w{2,5})+$", "", label(name))
    return re.sub(r"[^\w]", "", letters)


@lru_cache(1000)
def named(source: str, text: str) -> tuple[str, ...]:
    """The name of an outlet or an agency, or the capitals in it, where a text has them.

    As written, since `The Week` is no `week`; capitals alone in any case: `bns`, and `lrt` of
    `LRT English`.
    """
    capitals = [word for word in source.split() if word.isupper() and len(word) > 1]
    return tuple(
        name
        for name in dict.fromkeys([source, *capitals])
        if name
        and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE * name.isupper())
    )
