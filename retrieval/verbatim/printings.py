"""Where an article prints a quote, word for word, or the nearest that it prints."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from corpus.article import HEADLINE, Article, Paragraph
from retrieval.answer import Difference, Excerpt
from retrieval.verbatim.alignment import Alignment, Change, align
from retrieval.verbatim.quoted import BREAK, Quoted
from retrieval.verbatim.words import Words, may_hold

LONGEST_OMISSION = 100  # words that an ellipsis may stand for


@dataclass(frozen=True, slots=True)
class Match:
    """What an article prints, an excerpt a paragraph, and how a quote differs from it.

    Of a quote with an ellipsis the words left out are a difference too: said `…`.
    `cost`: how many words differ, those left out not counted. `is_doubtful`: something speaks
    against the article's date.
    """

    article: Article
    excerpts: tuple[Excerpt, ...]
    differences: tuple[Difference, ...] = ()
    cost: int = 0
    is_doubtful: bool = False


class _Run:
    """Neighbouring paragraphs of an article, perhaps behind the headline, as one run of words."""

    def __init__(self, article: Article, paragraphs: Sequence[Paragraph]) -> None:
        self.article = article
        self._paragraphs = paragraphs
        self._words = [Words(paragraph.text) for paragraph in paragraphs]
        self.keys = list(chain.from_iterable(one.keys for one in self._words))
        self._spaced = f" {' '.join(self.keys)} "

    @cached_property
    def _spans(self) -> list[tuple[int, int, int]]:
        """Of each word the paragraph, counted here, and where in its text it stands."""
        return [(n, *span) for n, one in enumerate(self._words) for span in one.spans]

    def places(self, run: Sequence[str], first: int) -> Iterator[int]:
        """Each word from `first` on at which a run of keys begins."""
        wanted = f" {' '.join(run)} "
        begin = sum(map(len, self.keys[:first])) + first
        while (begin := self._spaced.find(wanted, begin)) >= 0:
            yield self._spaced.count(" ", 0, begin)
            begin += 1

    def reaching(self, laid: Alignment) -> Alignment:
        """With the printed words in the place of said ones that differ at either end.

        No further than the sentence.
        """
        start, end, changes = laid
        if changes and changes[0].first == 0:
            for _ in range(changes[0].missing):
                start -= 0 if self._is_break(start) else 1
            changes = [changes[0]._replace(other=start), *changes[1:]]
        if changes and changes[-1].other_end == end and changes[-1].missing > 0:
            for _ in range(changes[-1].missing):
                end += 0 if self._is_break(end) else 1
            changes = [*changes[:-1], changes[-1]._replace(other_end=end)]
        return Alignment(start, end, changes)

    def _is_break(self, word: int) -> bool:
        """Whether a sentence ends before a word, which may be one behind the last."""
        if not 0 < word < len(self._spans):
            return True
        (n, _, end), (other, start, _) = self._spans[word - 1 : word + 1]
        return n != other or BREAK.search(self._paragraphs[n].text, end, start) is not None

    def printed(self, first: int, end: int) -> str:
        """The text of words `first` to `end`."""
        return " ".join(excerpt.text for excerpt in self.excerpts(first, end))

    def excerpts(
        self, first: int, end: int, marked: Sequence[tuple[int, int]] = ()
    ) -> tuple[Excerpt, ...]:
        """Words `first` to `end`, an excerpt a paragraph, in which words `marked` stand out."""
        taken: dict[int, list[int]] = {}
        for word in range(first, end):
            taken.setdefault(self._spans[word][0], []).append(word)
        return tuple(self._excerpt(n, words, marked) for n, words in taken.items())

    def _excerpt(self, n: int, words: Sequence[int], marked: Sequence[tuple[int, int]]) -> Excerpt:
        start = self._spans[words[0]][1]
        highlights = []
        for first, end in marked:
            inside = [word for word in words if first <= word < end]
            if inside:
                begin, close = self._spans[inside[0]][1], self._spans[inside[-1]][2]
                highlights.append((begin - start, close - start))
        return Excerpt(self._paragraphs[n], start, self._spans[words[-1]][2], tuple(highlights))


def verbatim(quoted: Quoted, article: Article) -> Match | None:
    """Where the quote stands first in an article: the headline, or one or more paragraphs."""
    for run in _runs(quoted, article):
        for places in _places(run, quoted.parts, 0):
            ends = [place + len(part) for place, part in zip(places, quoted.parts, strict=True)]
            omitted = [
                words for words in zip(ends, places[1:], strict=False) if words[0] < words[1]
            ]
            differences = tuple(Difference("…", run.printed(*words)) for words in omitted)
            return Match(article, run.excerpts(places[0], ends[-1], omitted), differences)
    return None


def nearest(quoted: Quoted, article: Article, position: int) -> Match:
    """What is nearest to the quote around a paragraph, or in the headline (`HEADLINE`)."""
    run = _around(article, position, len(quoted.fragments))
    said = quoted.words
    if not run.keys:
        return Match(article, (), cost=len(said.keys))
    start, end, changes = run.reaching(align(said.keys, run.keys))
    differences = tuple(
        Difference(_said(said, change), run.printed(change.other, change.other_end))
        for change in changes
    )
    marked = [(change.other, change.other_end) for change in changes]
    cost = sum(
        _cost(said.keys[one.first : one.end], run.keys[one.other : one.other_end])
        for one in changes
    )
    return Match(article, run.excerpts(start, end, marked), differences, cost)


def _cost(said: Sequence[str], printed: Sequence[str]) -> int:
    """How many words differ; `they're` for `they are` is one."""
    one, two = sorted((said, printed), key=len)
    if len(one) == 1 and len(two) == 2 and "'" in one[0] and one[0][0] == two[0][0]:
        letters = iter("".join(two))
        if all(letter in letters for letter in one[0].replace("'", "")):
            return 1
    return len(two)


def _said(words: Words, change: Change) -> str:
    if change.first == change.end:
        return ""
    return words.text[words.spans[change.first][0] : words.spans[change.end - 1][1]]


def _places(run: _Run, parts: Sequence[Sequence[str]], first: int) -> Iterator[list[int]]:
    """Where each part begins, one behind the other, not too far apart."""
    for place in run.places(parts[0], first):
        if first and place > first + LONGEST_OMISSION:
            return
        if len(parts) == 1:
            yield [place]
        else:
            end = place + len(parts[0])
            yield from ([place, *rest] for rest in _places(run, parts[1:], end))


def _runs(quoted: Quoted, article: Article) -> Iterator[_Run]:
    """The headline and the paragraphs, each alone where the quote cannot reach beyond one."""
    if len(quoted.fragments) > 1:
        yield _whole(article)
        return
    yield _headline(article)
    for n, text in enumerate(article.paragraphs):
        if may_hold(text, quoted.words.keys):
            yield _Run(article, [Paragraph(article.id, n, text)])


def _headline(article: Article) -> _Run:
    return _Run(article, [Paragraph(article.id, HEADLINE, article.title)])


def _whole(article: Article) -> _Run:
    """The headline, and the paragraphs behind it."""
    texts = enumerate((article.title, *article.paragraphs), HEADLINE)
    return _Run(article, [Paragraph(article.id, n, text) for n, text in texts])


def _around(article: Article, position: int, reach: int) -> _Run:
    """What a quote may reach from a paragraph, or from the headline: so many of them, each way."""
    texts = (article.title, *article.paragraphs)
    first, end = max(0, position - HEADLINE - reach), position - HEADLINE + reach + 1
    return _Run(article, [Paragraph(article.id, n + HEADLINE, texts[n])
                          for n in range(first, min(end, len(texts)))])  # fmt: skip
