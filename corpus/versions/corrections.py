"""Corrections, by the paper's own word: paragraphs that say what was printed wrong."""

import re

from corpus.article import Article, Paragraph
from corpus.languages.english.corrections import BEGINNING, LONGEST, NOTES

MAY_BE_NOTE = re.compile(BEGINNING)


def corrections(article: Article) -> tuple[Paragraph, ...]:
    """The paragraphs of an article in which the paper corrects it, in their order."""
    return tuple(
        Paragraph(article.id, position, text)
        for position, text in enumerate(article.paragraphs)
        if len(text) <= LONGEST and _is_note(text)
    )


def _is_note(text: str) -> bool:
    """Most forms are never compiled, which takes longer than all else that is done here."""
    small = text.lower()
    return MAY_BE_NOTE.match(small) is not None and any(
        any(word in small for word in words) and re.match(form, small) for form, words in NOTES
    )
