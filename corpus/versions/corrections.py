"""Corrections, by the paper's own word: paragraphs that say what was printed wrong."""

from corpus.article import Article, Paragraph
from corpus.languages.english.corrections import LONGEST, NOTES


def corrections(article: Article) -> tuple[Paragraph, ...]:
    """The paragraphs of an article in which the paper corrects it, in their order."""
    return tuple(
        Paragraph(article.id, position, text)
        for position, text in enumerate(article.paragraphs)
        if len(text) <= LONGEST and any(form.match(text) for form in NOTES)
    )
