"""Invented pages of a newspaper, as long as real ones: with menus, scripts, JSON-LD."""

import json
from random import Random

WORDS = """
    ferry bridge mayor town river council inspector harbour winter market budget school station
    engineer ticket storm police farmer library museum pilot doctor teacher village mountain road
    opened closed said wrote asked found built sold crossed carried repaired promised refused
    old new first last small large early late quiet crowded northern western public private
    the a of in on at from with after before because while although near under between
""".split()
SECTIONS = ("Politics", "Business", "Culture", "Sport")
NAMES = ("Ona Ilgaitė", "Jonas Trumpas", "Rūta Kalnienė", "Alfonsas Gludkis")
OUTLET = "Nemunas Herald"


def sentence(random: Random, words: int) -> str:
    return " ".join(random.choices(WORDS, k=words)).capitalize() + "."


def paragraphs(random: Random, count: int = 18) -> list[str]:
    """An article's paragraphs, of three to six sentences."""
    return [
        " ".join(sentence(random, random.randint(8, 22)) for _ in range(random.randint(3, 6)))
        for _ in range(count)
    ]


def address(number: int) -> str:
    return f"https://news.example.org/2024/{number % 12 + 1:02}/story-{number}"


def page(number: int, size: int = 30_000) -> bytes:
    """The page of one article, of about so many bytes; every number makes its own."""
    random = Random(number)
    text = paragraphs(random)
    title = sentence(random, 8)[:-1] + f" {number}"
    published = f"2024-{number % 12 + 1:02}-{number % 28 + 1:02}T{number % 24:02}:30:00+02:00"
    author = random.choice(NAMES)
    linked = json.dumps(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": title,
            "datePublished": published,
            "author": [{"@type": "Person", "name": author}],
            "publisher": {"@type": "Organization", "name": OUTLET},
            "articleSection": random.choice(SECTIONS),
        }
    )
    body = "\n".join(f"<p>{paragraph}</p>" for paragraph in text)
    links = "\n".join(
        f'<li><a href="/2023/other-{random.randint(1, 9_999)}">{sentence(random, 6)}</a></li>'
        for _ in range(30)
    )
    made = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title} | {OUTLET}</title>
<link rel="canonical" href="{address(number)}">
<meta property="og:title" content="{title}"><meta property="og:site_name" content="{OUTLET}">
<meta property="article:published_time" content="{published}">
<script type="application/ld+json">{linked}</script>
</head><body><header><nav><ul>{links}</ul></nav></header>
<main><article><h1>{title}</h1><p class="byline">By {author}</p><time datetime="{published}">
{published[:10]}</time>
{body}
</article><aside><h2>Most read</h2><ul>{links}</ul></aside></main>
<footer><p>© {OUTLET}</p></footer>
<script>/*FILLING*/</script></body></html>"""
    filling = f"var a={number};"
    missing = max(0, size - len(made.encode()))
    return made.replace("FILLING", (filling * (missing // len(filling) + 1))[:missing]).encode()
