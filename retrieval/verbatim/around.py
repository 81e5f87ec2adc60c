"""The whole sentences in which an extract stands."""

from dataclasses import replace

from retrieval.answer import Excerpt
from retrieval.text.sentences import sentences

LONGEST = 700  # characters of sentences around an extract; of longer ones the extract stays alone


def in_its_sentences(excerpt: Excerpt, language: str) -> Excerpt:
    """Widened to whole sentences, with what it was before as its highlight."""
    text = excerpt.paragraph.text
    parts = sentences(text, language)
    start = max((begin for begin, _ in parts if begin <= excerpt.start), default=excerpt.start)
    end = min((end for _, end in parts if end >= excerpt.end), default=excerpt.end)
    end = max(start + len(text[start:end].rstrip()), excerpt.end)
    if end - start > LONGEST or (start, end) == (excerpt.start, excerpt.end):
        return excerpt
    inside = (excerpt.start - start, excerpt.end - start)
    return replace(excerpt, start=start, end=end, highlights=(inside,))
