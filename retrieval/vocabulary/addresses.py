"""An address that the archive does not have is read for the words that it holds."""

import re
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import unquote, urlsplit

from retrieval.article_store import ArticleStore, at_address
from retrieval.question.kinds import Kind
from retrieval.question.question import Question
from retrieval.question.understand import understand
from retrieval.question.words import ADDRESS

LEAST_WORDS = 3  # of a slug; fewer name a section
WORD = re.compile(r"[^\W\d_]{2,}|(?:19|20)\d\d")
ENDING = re.compile(r"\.\w{2,5}$")
MOST_ADDRESSES = 5  # of one text that are looked up


def with_words_of_addresses(text: str, store: ArticleStore) -> str:
    """The text, in which an address that is none of an article's gives way to its own words.

    Its words are its longest segment of the sort `bridge-at-rudna-opens`; it may have none.
    """
    tried = 0

    def words(match: re.Match[str]) -> str:
        nonlocal tried
        tried += 1
        address = match.group()
        if tried > MOST_ADDRESSES or at_address(store, address) is not None:
            return address
        return slug_words(address) or " "

    return ADDRESS.sub(words, text) if ADDRESS.search(text) else text


def about_known_article(question: Question, store: ArticleStore) -> Question:
    """Whatever is said beside the address of an article is held against that one.

    Words that only point to it ask for no more than the article.
    """
    if not question.links:
        return question
    found = [at_address(store, link) for link in question.links[:MOST_ADDRESSES]]
    known = list(dict.fromkeys(seq for seq in found if seq is not None))
    if not known:
        return question
    from retrieval.conversation.remark import only_points  # noqa: PLC0415 (few questions have links)

    words = ADDRESS.sub(" ", question.text)
    if not question.phrases and only_points(words, question.asked_at):
        return _of_articles(known, question)
    return replace(question, kind=Kind.CLAIM)


def _of_articles(articles: Sequence[int], question: Question) -> Question:
    """The same asking for no more than these: none of its words is searched."""
    languages = [one.language for one in question.analyses]
    return replace(
        understand("", question.asked_at, languages=languages),
        text=question.text,
        kind=Kind.QUESTION,
        links=question.links,
        articles=tuple(articles),
    )


def slug_words(address: str) -> str:
    """Empty where there are none."""
    try:
        path = urlsplit(address).path
    except ValueError:
        return ""
    segments = [WORD.findall(unquote(ENDING.sub("", part))) for part in path.split("/")]
    longest = max(segments, key=len, default=[])
    return " ".join(longest) if len(longest) >= LEAST_WORDS else ""
