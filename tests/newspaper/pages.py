"""The newspaper's pages as HTML: articles in several layouts, lists, galleries."""

import json
from collections.abc import Sequence
from datetime import UTC
from html import escape

from tests.newspaper.story import NAME, Layout, Oddity, Story

FREE = 2  # paragraphs of an article that is paid for
SITE_MENU = ("Politics", "Culture", "Business", "Sport", "About us", "Contact", "Subscribe")
FOOTER = (
    "© Šilagiris Courier. All rights reserved. No part of this page may be published elsewhere "
    "without the written consent of the publisher."
)


NOTICE = "".join(
    f"<p>{text}</p>"
    for text in (
        "We and our 412 friends would like to keep something on your device, and to read it there.",
        "You may agree to all of it, or say of each what you think; it takes a moment only.",
    )
)


def article_page(story: Story, base: str, *, teasers: Sequence[Story], edition: int) -> str:
    """The page; `edition` changes what stands around the article, as a counter of readers does."""
    if story.layout is Layout.TABLE:
        return _table_page(story, teasers)
    head, lead = _evidence(story, base)
    body = "\n".join(f"<p>{escape(text)}</p>" for text in _free(story))
    if story.oddity is Oddity.BROKEN:
        body = body.replace("</p>", "").replace("<p>", "</span><p>", 1) + "</font></td></b>"
    wall = (
        '<div class="paywall"><a href="/subscribe">Subscribe to read on</a></div>'
        if story.oddity is Oddity.PAYWALLED
        else ""
    )
    content = f"""<article>
<h1>{escape(story.title)}</h1>
{lead}
<div class="article-body">
{body}
</div>
{wall}
</article>
<aside class="related"><h3>Most read this week</h3><ul>{_links(teasers)}</ul>
<p class="counter">Read {edition * 7 + 3} times</p></aside>"""
    address = f'<link rel="canonical" href="{base}{escape(story.path)}">'
    return page(story.title, content, head=address + head)


def notice_page() -> str:
    meta = '<meta property="article:published_time" content="2024-05-14T19:30:00+03:00">'
    return page("Your choices", f"<h1>Your choices</h1>{NOTICE}", head=meta)


def refreshing_page(place: str) -> str:
    """Leads on at once."""
    meta = f'<meta http-equiv="refresh" content="0; URL={escape(place)}">'
    return f"<html><head>{meta}</head><body>One moment, please.</body></html>"


def list_page(section: str, teasers: Sequence[Story]) -> str:
    items = "\n".join(
        f'<div class="teaser"><h2><a href="{escape(one.path)}">{escape(one.title)}</a></h2>'
        f"<span>{one.published:%d.%m.%Y}</span></div>"
        for one in teasers
    )
    return page(section, f"<h1>{escape(section)}</h1><div class='list'>{items}</div>")


def gallery_page(story: Story) -> str:
    pictures = "\n".join(
        f'<figure><img src="/pictures/{story.number}-{n}.jpg" alt=""><figcaption>Picture {n} of 12'
        "</figcaption></figure>"
        for n in range(1, 13)
    )
    meta = '<meta property="og:type" content="website">'
    return page(story.title, f"<h1>Gallery: {escape(story.title)}</h1>{pictures}", head=meta)


def page(title: str, content: str, head: str = "") -> str:
    menu = "".join(f'<li><a href="/{one.lower()}">{one}</a></li>' for one in SITE_MENU)
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{escape(title)} - {NAME}</title>
{head}
<script>window.dataLayer = window.dataLayer || [];</script><style>p {{ margin: 1em }}</style></head>
<body><header><a href="/">{NAME}</a><nav><ul>{menu}</ul></nav></header>
<main>
{content}
</main>
<footer><p>{FOOTER}</p></footer></body></html>
"""


def _free(story: Story) -> Sequence[str]:
    return story.paragraphs[:FREE] if story.oddity is Oddity.PAYWALLED else story.paragraphs


def _links(teasers: Sequence[Story]) -> str:
    return "".join(
        f'<li><a href="{escape(one.path)}">{escape(one.title)}</a></li>' for one in teasers
    )


def _evidence(story: Story, base: str) -> tuple[str, str]:
    """What the layout says of date and people: in the head, and under the headline."""
    byline = escape(_byline(story))
    stamp = story.published.isoformat()
    site = f'<meta property="og:site_name" content="{NAME}">'
    titled = f'<meta property="og:title" content="{escape(story.title)}">{site}'
    kind = '<meta property="og:type" content="article">'
    match story.layout:
        case Layout.JSON_LD:
            return titled + kind + _script(_news(story, stamp, base)), f"<p class='by'>{byline}</p>"
        case Layout.GRAPH:
            utc = story.published.astimezone(UTC).isoformat().replace("+00:00", "Z")
            organisation = {"@type": "NewsMediaOrganization", "name": NAME, "url": base}
            graph: dict[str, object] = {"@graph": [organisation, _news(story, utc, base)]}
            return titled + _script(graph), ""
        case Layout.META:
            people = f'<meta name="author" content="{byline}">'
            section = f'<meta property="article:section" content="{story.section}">'
            times = f'<meta property="article:published_time" content="{stamp}">'
            return titled + kind + people + section + times, ""
        case Layout.TIME:
            shown = f"{story.published:%d %B %Y, %H:%M}"
            names = ", ".join(
                f'<a rel="author" href="/people/{n}">{escape(name)}</a>'
                for n, name in enumerate(_names(story))
            )
            line = f'<div class="meta"><span class="byline">By {names}</span>'
            return kind + site, f'{line} <time datetime="{stamp}">{shown}</time></div>'
        case Layout.PRINTED | Layout.TABLE:
            shown = f"{story.published:%Y.%m.%d %H:%M}"
            people = f'<meta name="author" content="{byline}">'
            return site + people, f'<div class="date">{shown}</div>'


def _table_page(story: Story, teasers: Sequence[Story]) -> str:
    """Without a heading, a class, an address, a language."""
    links = "<br>".join(f'<a href="{escape(one.path)}">{escape(one.title)}</a>' for one in teasers)
    menu = "<br>".join(f'<a href="/{one.lower()}">{one}</a>' for one in SITE_MENU)
    text = "<br><br>".join(map(escape, _free(story)))
    rows = (
        f"<font size=5><b>{escape(story.title)}</b></font>",
        f"<font color=gray>{story.published:%Y-%m-%d %H:%M}</font>",
        f"<i>{escape(_byline(story))}</i>",
        text,
        f"<a href='/print?of={story.number}'>For printing</a>",
    )
    body = "".join(f"<tr><td>{row}</td></tr>" for row in rows)
    return f"""<html><head><title>{escape(story.title)} :: {NAME}</title></head><body><table><tr>
<td><a href="/"><img src="/logo.gif"></a></td></tr><tr><td width=150>{menu}</td>
<td><table>{body}</table></td><td width=160><b>Most read</b><br>{links}</td></tr>
<tr><td colspan=3>© {NAME}, 1999–2026. Name us when you quote us.</td></tr></table></body></html>"""


def _byline(story: Story) -> str:
    return ", ".join(_names(story))


def _names(story: Story) -> list[str]:
    return [*story.authors, *filter(None, [story.agency])]


def _news(story: Story, published: str, base: str) -> dict[str, object]:
    authors: list[dict[str, str]] = [{"@type": "Person", "name": name} for name in story.authors]
    if story.agency:
        authors.append({"@type": "Organization", "name": story.agency})
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.title,
        "datePublished": published,
        **({"dateModified": story.updated.isoformat()} if story.updated else {}),
        "author": authors,
        "articleSection": story.section,
        "mainEntityOfPage": base + story.path,
        "publisher": {"@type": "Organization", "name": NAME},
        "isAccessibleForFree": story.oddity is not Oddity.PAYWALLED,
    }


def _script(value: dict[str, object]) -> str:
    return f'<script type="application/ld+json">{json.dumps(value, ensure_ascii=False)}</script>'
