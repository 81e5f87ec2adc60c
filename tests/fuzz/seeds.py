"""Small inputs of every kind, invented and sound; what fuzzing begins with."""

import gzip
import json

from tests.benchmarks.pages_made import address, page
from tests.corpus.web_archive.warcs import http, packed, record

HOST = "https://news.example.org"
TEXT = "The ferry left Rudna at nine & nobody saw it come back, the harbour office said."

PLAIN_PAGE = f"""<!DOCTYPE html><html><head><title>Ferry leaves – Nemunas Herald</title>
<meta name="author" content="Ona Ilgaitė"><meta property="article:published_time"
content="2024-06-22T18:30:00Z"></head><body><h1>Ferry leaves</h1><table><tr><td>22.06.2024 18:30
</table><div class=body>{"".join(f"<p>{number}. {TEXT}" for number in range(6))}<blockquote>{TEXT}
</blockquote><ul><li>{TEXT}<li>“Ačiū”</ul><figure><img src=a.png><figcaption>Photo: Rudna Wire
</figure></div><footer>&copy; 2024</footer>""".encode()

RSS = f"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Nemunas Herald</title><link>{HOST}</link>{
    "".join(
        f"<item><title>Ferry {n}</title><link>{HOST}/{n}</link><guid>{n}</guid>"
        f"<pubDate>Sat, 22 Jun 2024 18:{n:02}:00 +0300</pubDate><dc:creator>Ona</dc:creator>"
        f"<content:encoded><![CDATA[<p>{TEXT}</p><p>{TEXT}</p>]]></content:encoded></item>"
        for n in range(5)
    )
}</channel></rss>""".encode()

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Nemunas Herald</title>{
    "".join(
        f'<entry><title type="html">Ferry &lt;b&gt;{n}</title><link href="/{n}"/><id>urn:{n}</id>'
        f"<updated>2024-06-22T18:30:00Z</updated><author><name>Ona</name></author>"
        f"<summary>{TEXT.replace('&', '&amp;')}</summary></entry>"
        for n in range(5)
    )
}</feed>""".encode()

RDF = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns="http://purl.org/rss/1.0/"><channel rdf:about="{HOST}"><title>Herald</title></channel>
<item rdf:about="{HOST}/1"><title>Ferry</title><link>{HOST}/1</link></item></rdf:RDF>""".encode()

JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Nemunas Herald",
        "items": [
            {
                "id": str(n),
                "url": f"{HOST}/{n}",
                "title": f"Ferry {n}",
                "content_html": f"<p>{TEXT}</p>",
                "date_published": "2024-06-22T18:30:00+03:00",
                "authors": [{"name": "Ona"}],
            }
            for n in range(4)
        ],
    }
).encode()

SITEMAP = f"""<?xml version="1.0" encoding="UTF-8"?><urlset
xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">{
    "".join(
        f"<url><loc>{HOST}/{n}</loc><lastmod>2024-06-{n + 1:02}</lastmod><news:news><news:title>"
        f"Ferry {n}</news:title><news:publication_date>2024-06-22</news:publication_date>"
        "</news:news></url>"
        for n in range(8)
    )
}</urlset>""".encode()

INDEX = f"""<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>
{HOST}/2024.xml.gz</loc><lastmod>2024-06-22T18:30:00+03:00</lastmod></sitemap></sitemapindex>
""".encode()

ADDRESSES = "\n".join(f"{HOST}/{n}" for n in range(9)).encode()

RECORDS = [
    record("warcinfo", b"software: invented\r\n"),
    record("request", b"GET / HTTP/1.1\r\n\r\n", WARC_Target_URI=address(1)),
    record("response", http(PLAIN_PAGE), WARC_Target_URI=address(1)),
    record(
        "response",
        http(gzip.compress(PLAIN_PAGE), Content_Encoding="gzip"),
        WARC_Target_URI=address(2),
    ),
    record(
        "response",
        http(b"%x\r\n%s\r\n0\r\n\r\n" % (len(PLAIN_PAGE), PLAIN_PAGE), Transfer_Encoding="chunked"),
        WARC_Target_URI=address(3),
    ),
    record("resource", PLAIN_PAGE, Content_Type="text/html", WARC_Target_URI=address(4)),
]

LINES = "\n".join(
    json.dumps(
        {
            "id": f"ferry-{n}",
            "title": f"Ferry {n}",
            "text": f"{TEXT}\n\n<p>{TEXT}</p>",
            "published": "2024-06-22T18:30:00+03:00",
            "authors": ["Ona Ilgaitė"],
        }
    )
    for n in range(4)
).encode()

TABLE = (
    "date;title;author;text;url\n"
    + "\n".join(
        f'2024-06-{n + 1:02} 18:30;"Ferry; {n}";Ona Ilgaitė;"{TEXT}\n{TEXT}";{HOST}/{n}'
        for n in range(5)
    )
).encode()

EXPORT = f"""2024.06.22 18:30

Ferry leaves Rudna

Ona Ilgaitė, RBE/RN2024.06.22 18:30

{TEXT}

Read more: Where ferries go

{TEXT} “Ačiū”, she said.

Photo: Rudna Wire

This story originally appeared on RBE/RN, partners of Nemunas Herald.
""".encode()

# By the ending of a file's name; what has none comes from the net.
SEEDS: dict[str, list[bytes]] = {
    ".html": [PLAIN_PAGE, page(1, 6_000), page(2, 4_000)],
    ".warc": [packed(RECORDS), b"".join(RECORDS), gzip.compress(b"".join(RECORDS))],
    ".jsonl": [LINES],
    ".csv": [TABLE, TABLE.replace(b";", b",")],
    ".txt": [EXPORT],
    "feed": [RSS, ATOM, RDF, JSON_FEED],
    "sitemap": [SITEMAP, INDEX, ADDRESSES, gzip.compress(SITEMAP)],
    "page": [PLAIN_PAGE, page(3, 5_000)],
}
