"""Sitemaps, their indexes and lists of addresses; where a page says that they are."""

import gzip
import time

import pytest

from corpus.collect.listings.discovery import Candidate, discover
from corpus.collect.listings.listing import Child, Entry, Kind, Listing
from corpus.collect.listings.reading import read_listing

HOME = "https://paper.example/sitemap.xml"
NEWS = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
  xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"
  xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"
  xmlns:video="http://www.google.com/schemas/sitemap-video/1.1">
<url><video:video><video:publication_date>1999-01-01</video:publication_date>
  <video:title>Moving</video:title></video:video>
  <image:image><image:loc>https://cdn.example/i.jpg</image:loc><image:title>Still</image:title>
  </image:image><loc> https://paper.example/a?x=1&y=2
  </loc><lastmod>2021-03-02T10:00+02:00</lastmod><n:news>
  <n:publication><n:name>The Mail</n:name><n:language>en</n:language></n:publication>
  <n:publication_date>2021-03-01</n:publication_date><n:title>Ferry &amp; sails &ndash; ž</n:title>
  </n:news></url>
<url><loc><![CDATA[https://paper.example/b?x=1&y=2]]></loc></url>
<!-- <url><loc>https://paper.example/old</loc></url> -->
<url><image:image><image:loc>https://cdn.example/i.jpg</image:loc></image:image></url>
<url><loc>/c</loc></url><url><loc>ftp://paper.example/d</loc></url>
</urlset>
"""
LISTED = Listing(
    Kind.SITEMAP,
    (
        Entry(
            "https://paper.example/a?x=1&y=2",
            published="2021-03-01",
            updated="2021-03-02T10:00+02:00",
            title="Ferry & sails – ž",
            source="The Mail",
            language="en",
        ),
        Entry("https://paper.example/b?x=1&y=2"),
        Entry("https://paper.example/c"),
    ),
    title="The Mail",
    language="en",
)


def read(text: str | bytes) -> Listing | None:
    return read_listing(text.encode() if isinstance(text, str) else text, HOME)


def places(text: str | bytes) -> list[str]:
    found = read(text)
    assert found is not None
    return [entry.address for entry in found.entries]


def test_a_news_sitemap_names_articles_and_no_pictures() -> None:
    assert read(NEWS) == LISTED


def test_its_namespaces_may_be_missing_or_others() -> None:
    head = NEWS[NEWS.index("<urlset") : NEWS.index("<url>")]
    assert read(NEWS.replace(head, "<urlset>")) == LISTED
    assert read(NEWS.replace("<n:", "<x:").replace("</n:", "</x:")) == LISTED


@pytest.mark.parametrize("times", [1, 2])
def test_it_may_be_compressed_whatever_its_name(times: int) -> None:
    packed = NEWS.encode()
    for _ in range(times):
        packed = gzip.compress(packed)
    assert read(packed) == LISTED


def test_what_stands_before_it_is_passed_over() -> None:
    assert read(
        "\n\nWarning: cannot open x\n<!-- here --><!DOCTYPE urlset [<!ENTITY a 'b'>]>" + NEWS
    )


def test_an_index_names_its_children_and_when_they_changed() -> None:
    index = """<s:sitemapindex xmlns:s="http://www.sitemaps.org/schemas/sitemap/0.9">
      <s:sitemap><s:loc>https://paper.example/1.xml.gz</s:loc><s:lastmod>2021-03</s:lastmod>
      </s:sitemap><s:sitemap><s:loc>/2.xml</s:loc></s:sitemap></s:sitemapindex>"""
    assert read(index) == Listing(
        Kind.SITEMAP_INDEX,
        children=(
            Child("https://paper.example/1.xml.gz", "2021-03"),
            Child("https://paper.example/2.xml"),
        ),
    )


def test_of_one_that_is_cut_off_the_whole_addresses_are_taken() -> None:
    text = "<urlset>" + "".join(
        f"<url><loc>https://paper.example/{n}</loc></url>" for n in range(5)
    )
    for end in range(len("<urlset>"), len(text)):
        found = read(text[:end])
        assert found is not None
        assert found.is_cut_off
        assert len(found.entries) == text[:end].count("</url>")


def test_what_is_compressed_and_cut_off_gives_what_can_be_unpacked() -> None:
    text = "<urlset>" + "".join(
        f"<url><loc>https://paper.example/{n * 7919}</loc></url>" for n in range(500)
    )
    found = read(gzip.compress(text.encode())[:-300])
    assert found is not None
    assert found.is_cut_off
    assert 100 < len(found.entries) < 500


@pytest.mark.parametrize(
    "broken",
    [
        "<url><loc>https://paper.example/x</url>",
        "<url><loc>https://paper.example/x</loc></bad></url>",
        "<url><lastmod>2021</url>",
        "<url><loc></loc></url>",
        "</nothing>",
        "<url " + "a='b' " * 5_000 + "></url>",
        "<url>" + "<a>" * 1_000 + "</url>",
    ],
)
def test_one_broken_address_spoils_none_of_the_others(broken: str) -> None:
    good = "<url><loc>https://paper.example/%d</loc></url>"
    found = places(f"<urlset>{good % 1}{broken}{good % 2}</urlset>")
    assert [one for one in found if "x" not in one.rpartition("/")[2]] == [
        "https://paper.example/1",
        "https://paper.example/2",
    ]


def test_an_address_is_listed_once() -> None:
    twice = "<url><loc>https://paper.example/1</loc></url>" * 2
    assert places(f"<urlset>{twice}</urlset>") == ["https://paper.example/1"]


def test_one_of_the_largest_is_read_in_seconds() -> None:
    one = "<url><loc>https://paper.example/%d</loc><lastmod>2021-03-02</lastmod></url>"
    began = time.process_time()
    assert len(places(f"<urlset>{''.join(one % n for n in range(50_000))}</urlset>")) == 50_000
    assert time.process_time() - began < 10


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\n\n"])
def test_a_list_of_addresses_is_a_sitemap(newline: str) -> None:
    named = ["https://paper.example/1", "https://paper.example/2"]
    assert places("\ufeff" + newline.join(named)) == named


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "Hello https://paper.example/1",
        "<!doctype html><html><body>rss</body></html>",
        "<html><head><title>urlset</title></head></html>",
        "<opml><body/></opml>",
        "%PDF-1.4",
        "<!--" * 1_000,
        "<?xml" * 1_000,
        "<",
    ],
)
def test_anything_else_is_no_listing(text: str) -> None:
    assert read(text) is None


PAGE = b"""<!doctype html><html><head><base href="/lt/">
<link rel="alternate" type="application/rss+xml" title="Comments" href="comments/feed/">
<link rel=alternate type='application/rss+xml; charset=UTF-8' href='//feeds.example/all'>
<link rel="alternate" hreflang=en href="/en"><link rel=sitemap type=application/xml href=/map.xml>
<link rel="alternate" type="application/json" href="/wp-json/1"><link rel=stylesheet href=feed.css>
</head><body><a href="https://paper.example/rss">All the news</a>
<a href="news.php?as=1"> RSS feed </a><a href="/lt/rss.php">x</a><a href="/atom-bombs">y</a>
<a href="javascript:rss">x</a>"""


def test_a_page_says_where_its_listings_are_and_the_usual_places_come_after() -> None:
    found = discover(PAGE, "https://paper.example/")
    assert [one for one in found if one.is_said] == [
        Candidate("https://feeds.example/all", Kind.FEED),
        Candidate("https://paper.example/map.xml", Kind.SITEMAP),
        Candidate("https://paper.example/rss", Kind.FEED),
        Candidate("https://paper.example/lt/news.php?as=1", Kind.FEED),
        Candidate("https://paper.example/lt/rss.php", Kind.FEED),
    ]
    assert [one.is_said for one in found] == sorted((one.is_said for one in found), reverse=True)
    assert Candidate("https://paper.example/sitemap.xml", Kind.SITEMAP, is_said=False) in found


@pytest.mark.parametrize("body", [b"", b"\xff\xfe\x00", b"<a" * 10_000, b"<div>" * 10_000])
def test_a_page_that_says_nothing_has_the_usual_places(body: bytes) -> None:
    found = discover(body, "https://paper.example/news/today")
    assert found
    assert not any(one.is_said for one in found)
    assert found[0].address == "https://paper.example/sitemap.xml"
