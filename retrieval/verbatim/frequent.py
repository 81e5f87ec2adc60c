"""Quotes of which there are so many printings that nobody can be told about them soon."""

from corpus.archive.archive import Archive
from retrieval.article_store import ArticleStore, store_of
from retrieval.engines.engine import View
from retrieval.verbatim.finding import Finder, all_of
from retrieval.verbatim.quoted import Quoted
from retrieval.verbatim.words import Words

MOST_READ = 2_000  # passages with a quote's words
MOST = 300  # passages that print it


def is_common(quote: str, archive: Archive | ArticleStore, finder: Finder, view: View) -> bool:
    """Whether very many passages print it, or have its words, or no index can find any of them."""
    for quoted in Quoted(quote).readings():
        if not quoted.fragments:
            continue
        probe = max(quoted.fragments, key=lambda run: len(finder.groups(run)))
        groups = finder.groups(probe)
        if not groups:
            return True
        hits = view.search(all_of(groups), MOST_READ + 1).hits
        if len(hits) > MOST_READ:
            return True
        read = store_of(archive).passages(hit.number for hit in hits).values()
        if sum(Words(one.text).find(probe) is not None for one in read) > MOST:
            return True
    return False
