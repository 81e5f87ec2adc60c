"""What an index is built from: an archive's changes, as this analyser sees them."""

from corpus.archive.archive import Archive
from corpus.article import Article
from corpus.names import label
from retrieval.engines.engine import Entry
from retrieval.index.state import State
from retrieval.text.analyser import analyser, fingerprint

FORMAT = 4  # raise it when an engine's fields change


def new_state(archive: Archive, name: str) -> State:
    """Of an index that is still empty."""
    return State(FORMAT, archive.id, fingerprint(), name)


def belongs_to(state: State, archive: Archive) -> bool:
    """Whether it was built from this archive as it is, by this analyser."""
    mark = archive.mark(state.seq)
    return (
        (state.format, state.archive, state.analyser) == (FORMAT, archive.id, fingerprint())
        and state.seq <= archive.last_seq()
        and (mark is None or mark == state.mark)
    )


def entry_of(seq: int, article: Article) -> Entry:
    """The version of an article that change `seq` brought, as terms."""
    terms = analyser(article.language).terms
    return Entry(
        seq=seq,
        article=article.id,
        day=article.day,
        labels=tuple({label(name): None for name in (article.source, article.agency) if name}),
        title=terms(article.title),
        paragraphs=[terms(paragraph) for paragraph in article.paragraphs],
    )
