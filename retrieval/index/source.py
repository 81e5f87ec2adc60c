"""What an index is built from: an archive's changes, as this analyser sees them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from corpus.archive.archive import Archive, Change
from corpus.archive.elsewhere.whole import whole_of
from corpus.article import Article
from corpus.names import label
from retrieval.engines.engine import Entry
from retrieval.index.state import State
from retrieval.text.analyser import analyser, fingerprint

MANY = 2_000  # changes that are worth to start other processes for
FORMAT = 4  # raise it when an engine's fields change

Analysed = tuple[Change, Entry | None]


def new_state(archive: Archive, name: str) -> State:
    """Of an index that is still empty."""
    return State(FORMAT, archive.id, fingerprint(), name, wanted=archive.last_seq())


def is_continued(state: State, archive: Archive) -> bool:
    """Whether the archive went on from where the index is.

    It did not where it is an older copy of what the index was built from, or one that went on by
    itself.
    """
    mark = archive.mark(state.seq)
    return state.seq <= archive.last_seq() and (mark is None or mark == state.mark)


def is_built_alike(state: State, archive: Archive) -> bool:
    """Whether it was built from this archive, or a copy of it, by this analyser."""
    return (state.format, state.archive, state.analyser) == (FORMAT, archive.id, fingerprint())


def belongs_to(state: State, archive: Archive) -> bool:
    """Whether it was built from this archive as it is, by this analyser."""
    return is_built_alike(state, archive) and is_continued(state, archive)


class Terms(NamedTuple):
    """Of one article; `paragraphs[i]` are those of paragraph i, perhaps none."""

    title: Sequence[str]
    paragraphs: Sequence[Sequence[str]]


def terms_of(article: Article) -> Terms:
    """What is the most work in an entry."""
    terms = analyser(article.language).terms
    return Terms(terms(article.title), [terms(paragraph) for paragraph in article.paragraphs])


def entry_of(seq: int, article: Article, terms: Terms | None = None) -> Entry:
    """The version of an article that change `seq` brought, as terms; found here if not given."""
    terms = terms or terms_of(article)
    return Entry(
        seq=seq,
        article=article.id,
        day=article.day,
        labels=tuple({label(name): None for name in (article.source, article.agency) if name}),
        title=terms.title,
        paragraphs=terms.paragraphs,
    )


def analysed(changes: Iterable[Change]) -> Iterator[Analysed]:
    """Each change with its entry, in order; a removal has none. Here, one after another."""
    for change in changes:
        article = change.article
        yield change, entry_of(change.seq, article) if article else None


def analysed_since(archive: Archive, seq: int, *, are_kept: bool = False) -> Iterator[Analysed]:
    """What changed after `seq`, with its entries; of many changes, made side by side.

    `are_kept`: the entries have the articles themselves, too.
    """
    found = _analysed(archive, seq)
    return _with_articles(archive, found) if are_kept else found


def _analysed(archive: Archive, seq: int) -> Iterator[Analysed]:
    changes = archive.changes_since(seq)
    if archive.last_seq() - seq < MANY:
        return analysed(changes)
    from retrieval.index.many import analysed_side_by_side  # noqa: PLC0415 (it imports this)

    return analysed_side_by_side(changes)


def _with_articles(archive: Archive, found: Iterable[Analysed]) -> Iterator[Analysed]:
    for change, entry in found:
        yield change, replace(entry, printed=whole_of(archive, change)) if entry else None
