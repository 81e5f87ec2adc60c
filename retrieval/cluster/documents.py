"""What is read of a cluster's documents; an article is held against its digest."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from corpus.archive.elsewhere.whole import decoded
from corpus.archive.scans.all_texts import Text
from corpus.article import Article, place_of
from corpus.errors import DamagedError
from retrieval.article_store import Passage
from retrieval.engines.opensearch import mapping
from retrieval.engines.opensearch.moment import Moment
from retrieval.engines.opensearch.queries import Query, articles, documents, going_on
from retrieval.engines.opensearch.replies import Document, Ranked
from retrieval.text.languages.table import code_of

HEADING = (mapping.SEQ, mapping.TITLE, mapping.SOURCE, mapping.AGENCY, mapping.LANGUAGE)


def dated(moment: Moment, query: Query) -> Iterator[tuple[int, Text]]:
    """Passages or headlines with their articles' days, as ordinals, in the order of these."""
    for one in pages(moment, query):
        number, document = one.sort[1], one.document
        if document.title:
            text = Text(moment.version(one.index, number), None, document.title)
        else:
            text = Text(*place_of(moment.passage(one.index, number)), document.text)
        yield document.day, text


def passages_with_headings(moment: Moment, numbers: Sequence[int]) -> dict[int, Passage]:
    """In one round trip: the passages, and what stands over them."""
    seqs = list({place_of(number)[0] for number in numbers})
    texts, headings = moment.ask(
        [
            documents(
                mapping.PASSAGE,
                moment.of_passages(numbers),
                fields=(mapping.NUMBER, mapping.TEXT),
            ),
            articles(moment.of_versions(seqs), fields=HEADING),
        ]
    )
    over = {moment.version(one.index, one.document.seq): one for one in headings.hits.hits}
    found = {}
    for one in texts.hits.hits:
        number = moment.passage(one.index, one.document.number)
        heading = over.get(place_of(number)[0])
        if heading is not None:
            found[number] = passage_of(one.document.text, heading.document)
    return found


def pages(moment: Moment, query: Query) -> Iterator[Ranked]:
    """All documents that meet a query, as they are asked for."""
    while True:
        (reply,) = moment.ask([query])
        yield from reply.hits.hits
        if len(reply.hits.hits) < int(str(query["size"])):
            return
        query = going_on(query, reply.hits.hits[-1].sort)


def passage_of(text: str, one: Document) -> Passage:
    return Passage(text, one.title, one.source, one.agency, code_of(one.language))


def stored_text(document: Document) -> str:
    return document.stored if isinstance(document.stored, str) else ""


def verified(document: Document) -> Article | None:
    """None where it is not what the archive has."""
    return article_in(stored_text(document), document.digest)


@lru_cache(256)
def article_in(text: str, digest: str | None = None) -> Article | None:
    try:
        return decoded(text, digest)
    except DamagedError:
        return None
