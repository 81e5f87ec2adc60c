"""Questions that ask for the news of a time and name nothing else: "What happened yesterday?"."""

from collections.abc import Set as AbstractSet

from retrieval.text.analyser import analyser

# English words that say no more than that something was in the news.
GENERAL = """
    news new headlines story event happened reported article latest top main big biggest important
    current go take place anything something everything thing world tell show give summary summarise
    summarize update recap day week month date
"""
NEWS_TERMS = frozenset(analyser("en").terms("news headlines"))
GENERAL_TERMS = frozenset(analyser("en").terms(GENERAL))


def names_nothing(terms: AbstractSet[str]) -> bool:
    """Whether these terms, without those for a time, ask for nothing in particular."""
    return terms <= GENERAL_TERMS


def asks_for_the_news(terms: AbstractSet[str]) -> bool:
    """Whether they do so in so many words, whatever the time."""
    return names_nothing(terms) and not NEWS_TERMS.isdisjoint(terms)
