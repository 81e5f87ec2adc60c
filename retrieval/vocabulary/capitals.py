"""Names typed in small letters, written as the archive prints them: "and fiona?"."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from retrieval.article_store import ArticleStore
from retrieval.engines.engine import Search, View
from retrieval.text.analyser import analyser
from retrieval.text.languages.table import code_of
from retrieval.text.sentences import sentences

WORD = re.compile(r"(?<![\w'])[^\W\d_]{2,}(?![\w'])")
LONGEST = 16  # words; more is pasted, and has the capitals that it has
READ = 20  # passages that have the word, the best
LEAST = 3  # times that it stands in them with a capital, inside a sentence
ALWAYS = 0.9  # of all times
MOST_CAPITALS = 0.5  # of a sentence's words; of more, as in a headline, none tells

Told = Sequence[Sequence[str]]  # the words of sentences


def as_printed(text: str, view: View, store: ArticleStore) -> str:
    """The text, each word in small letters that is practically always a name there made one; and
    with "york" "new", which is always one before it.

    Where a word stands nowhere, nothing is: of "jane gludkis" half would be a name.
    """
    terms = analyser("en").terms
    words = list(WORD.finditer(text))
    if len(words) > LONGEST:
        return text
    written: dict[int, str] = {}  # by where the word begins
    for place, match in enumerate(words):
        word = match.group()
        if not word.islower() or len(terms(word)) != 1:
            continue
        told = _told(terms(word)[0], view, store)
        if not told:
            return text
        stands = [pair for one in told for pair in pairwise(one) if pair[1].lower() == word]
        if not (name := _always([one for _, one in stands], LEAST)):
            continue
        written[match.start()] = name
        before = words[place - 1] if place else match
        if first := _always([one for one, _ in stands if one.lower() == before.group()], 1):
            written[before.start()] = first
    return WORD.sub(lambda match: written.get(match.start(), match.group()), text)


def _told(term: str, view: View, store: ArticleStore) -> Told:
    """Sentences of passages that have the term."""
    hits = view.search(Search(terms=(term,)), READ).hits[:READ]
    told = [
        WORD.findall(one.text[start:end])
        for one in store.passages(hit.number for hit in hits).values()
        for start, end in sentences(one.text, code_of(one.language))
    ]
    return [one for one in told if sum(map(_has_capital, one)) <= MOST_CAPITALS * len(one)]


def _always(spelt: Sequence[str], least: int) -> str:
    """How a name is spelt most often; "" of what is also a word in small letters."""
    names = Counter(one for one in spelt if _has_capital(one))
    is_name = names.total() >= max(least, ALWAYS * len(spelt))
    return names.most_common(1)[0][0] if is_name else ""


def _has_capital(word: str) -> bool:
    return word[0].isupper()
