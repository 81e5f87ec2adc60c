"""A page of an invented newspaper, to be changed in one place by each test."""

import json
from dataclasses import dataclass, field

from corpus.pages import NoArticle, Page, PageArticle, read_page

ADDRESS = "https://www.harbour-post.example/news/2024/ferry-is-late"
PARAGRAPHS = (
    "The night ferry to Westport was four hours late on Tuesday, the harbour office said.",
    "“We could not leave before the wind fell,” said Ona Onaitė, who has led the office for years.",
    "Some 300 passengers waited in the old customs hall, where tea was served all night.",
)
LINKED = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Night ferry is four hours late",
    "datePublished": "2024-05-14T19:30:00+03:00",
    "author": {"@type": "Person", "name": "Jonas Jonaitis"},
    "publisher": {"@type": "Organization", "name": "Harbour Post"},
}


@dataclass
class Written:
    """What stands on the page; `head` and `linked` are other markup of its head."""

    title: str = "Night ferry is four hours late"
    body: str = "".join(f"<p>{text}</p>\n" for text in PARAGRAPHS)
    above: str = ""  # between the headline and the text
    head: str = ""
    linked: object = field(default_factory=lambda: dict(LINKED))
    address: str | None = ADDRESS

    def html(self) -> str:
        """The whole page."""
        script = ""
        if self.linked is not None:
            text = self.linked if isinstance(self.linked, str) else json.dumps(self.linked)
            script = f'<script type="application/ld+json">{text}</script>'
        return (
            f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'>"
            f"<title>{self.title} | Harbour Post</title>{self.head}{script}</head><body>"
            "<nav><ul><li><a href='/'>News</a></li><li><a href='/sea'>Sea</a></li></ul></nav>"
            f"<main><article><h1>{self.title}</h1>{self.above}"
            f"<div class='article-body'>{self.body}</div></article></main>"
            "<footer><p>Harbour Post, 1 Quay Street. All rights reserved.</p></footer>"
            "</body></html>"
        )

    def read(self) -> PageArticle | NoArticle:
        """The page, read."""
        return read_page(Page(self.html().encode(), self.address))

    def article(self) -> PageArticle:
        """The page's article, which it must have."""
        read = self.read()
        assert isinstance(read, PageArticle), read
        return read


def paragraphs(article: PageArticle) -> tuple[str, ...]:
    """Its text."""
    return tuple(line.text for line in article.draft.lines)
