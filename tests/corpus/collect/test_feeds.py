"""Feeds of every kind are read."""

import json

import pytest

from corpus.collect.listings.listing import Child, Entry, Kind, Listing
from corpus.collect.listings.reading import read_entries, read_listing

HOME = "https://paper.example/feeds/all.xml"
RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>The Harbour &amp; Mail</title><link>https://paper.example/</link>
<language>lt</language><atom:link rel="next" href="?page=2"/>%s</channel></rss>"""


def entries(items: str, feed: str = RSS) -> tuple[Entry, ...]:
    found = read_entries((feed % items).encode(), HOME)
    assert found is not None
    assert found.kind is Kind.FEED
    return found.entries


def entry(fields: str, feed: str = RSS) -> Entry:
    (one,) = entries(f"<item>{fields}</item>", feed)
    return one


def test_an_item_is_an_entry_with_all_its_fields() -> None:
    assert entry(
        "<title>Ferry sails</title><link>https://paper.example/a</link>"
        "<pubDate>Tue, 02 Mar 2021 10:00:00 +0200</pubDate><dc:creator>Ona Kai</dc:creator>"
        "<category>Sea</category><category>Boats</category>"
        "<description>Short.</description>"
        "<content:encoded><![CDATA[<p>It sailed & left.</p><p>It came.</p>]]></content:encoded>"
        '<source url="https://wire.example/rss">The Wire</source>'
    ) == Entry(
        "https://paper.example/a",
        published="Tue, 02 Mar 2021 10:00:00 +0200",
        title="Ferry sails",
        authors=("Ona Kai",),
        source="The Wire",
        section="Sea",
        text="<p>It sailed & left.</p><p>It came.</p>",
    )


def test_the_feed_says_whose_it_is_and_where_it_goes_on() -> None:
    found = read_listing((RSS % "").encode(), HOME)
    assert found == Listing(
        Kind.FEED, (), (Child(f"{HOME}?page=2"),), title="The Harbour & Mail", language="lt"
    )


@pytest.mark.parametrize(
    "date",
    [
        "2021.01.27 17:30",
        "27.01.2021 17:30",
        "Wed, 27 Jan 2021 17:30:00 EST",
        "sausio 27 d.",
        "1e9",
    ],
)
def test_a_date_is_taken_as_it_is_printed(date: str) -> None:
    assert entry(f"<pubDate> {date}\n</pubDate>").published == date


def test_a_summary_is_no_text() -> None:
    assert entry("<description>It &lt;b&gt;sailed&lt;/b&gt;.</description>").text is None


@pytest.mark.parametrize(
    ("fields", "address"),
    [
        ("<link>//paper.example/a?x=1&y=2</link>", "https://paper.example/a?x=1&y=2"),
        ("<link>/a?x=1&amp;y=2#top</link>", "https://paper.example/a?x=1&y=2"),
        ("<link>\n https://paper.example/a b \n</link>", "https://paper.example/a%20b"),
        (
            "<link><![CDATA[https://paper.example/a?x=1&y=2]]></link>",
            "https://paper.example/a?x=1&y=2",
        ),
        ("<guid>https://paper.example/a</guid>", "https://paper.example/a"),
        ('<guid isPermaLink="false">17</guid>', ""),
        ("<link>javascript:alert(1)</link>", ""),
        ("<link>https://[</link>", ""),
        ("<title>none</title>", ""),
        (
            "<link>https://feeds.example/~r/1</link>"
            '<feedburner:origLink xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0">'
            "https://paper.example/a</feedburner:origLink>",
            "https://paper.example/a",
        ),
    ],
)
def test_an_address_is_the_article_s_own_and_absolute(fields: str, address: str) -> None:
    assert entry(fields).address == address


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("Caf&eacute; &amp; bar", "Café & bar"),
        ("Caf&amp;eacute; &lt;i&gt;Vilka&lt;/i&gt;", "Café Vilka"),
        ("<![CDATA[Smith & Son <b>here</b>]]>", "Smith & Son here"),
        ("It&#8217;s &#x2014; done", "It’s — done"),
        ("A & B &unknown; C", "A & B &unknown; C"),
        ("5 &#60; 6 &#x26; 7&#xD800;&#0;&#1114112;&#150;", "5 < 6 & 7\ufffd\ufffd\ufffd–"),
        ("&quot;Here&quot; &apos;there&apos; &copy;", "\"Here\" 'there' ©"),
        ("one\n  two", "one two"),
        ("3 &lt; 4", "3 < 4"),
        ("", None),
    ],
)
def test_a_title_is_plain_text(printed: str, title: str | None) -> None:
    assert entry(f"<title>{printed}</title>").title == title


@pytest.mark.parametrize(
    ("field", "authors"),
    [
        ("<author>ona@paper.example (Ona Kai)</author>", ("Ona Kai",)),
        ("<author>ona@paper.example</author>", ()),
        ("<author>Ona Kai &lt;ona@paper.example&gt;</author>", ("Ona Kai",)),
        ("<dc:creator>Ona Kai</dc:creator><dc:creator>Jo Sun</dc:creator>", ("Ona Kai", "Jo Sun")),
        ("", ()),
    ],
)
def test_an_author_is_a_name_and_no_mailbox(field: str, authors: tuple[str, ...]) -> None:
    assert entry(field).authors == authors


def test_the_one_date_of_the_dublin_core_is_that_of_publication() -> None:
    rdf = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
      xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://paper.example/"><title>Mail</title></channel>%s</rdf:RDF>"""
    (one,) = entries("<item><link>/a</link><dc:date>2021-03-02</dc:date></item>", rdf)
    assert (one.address, one.published, one.updated) == (
        "https://paper.example/a",
        "2021-03-02",
        None,
    )


def test_of_an_export_of_wordpress_what_was_published_is_taken() -> None:
    kinds = [("post", "publish"), ("post", "draft"), ("page", "publish"), ("post", "private")]
    items = "".join(
        f"<item><title>{kind} {status}</title><dc:creator>admin</dc:creator>"
        f"<wp:post_type>{kind}</wp:post_type><wp:status><![CDATA[{status}]]></wp:status></item>"
        for kind, status in kinds
    )
    (one,) = entries(
        items, RSS.replace("<channel>", '<channel xmlns:wp="http://wordpress.org/1.2/">')
    )
    assert (one.title, one.authors) == ("post publish", ())


ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://cdn.example/lt/"
xml:lang="en">
<title type="html">The &lt;b&gt;Mail&lt;/b&gt;</title>%s</feed>"""


def test_an_atom_entry_has_both_dates_its_base_and_its_text() -> None:
    (one,) = entries(
        '<entry xml:base="sea/"><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Ferry'
        ' <em>sails</em></div></title><link rel="enclosure" href="a.mp3"/><link href="a.html"/>'
        "<updated>2021-03-02T10:00:00+02:00</updated><published>2021-03-01T09:00:00Z</published>"
        "<author><name>Ona Kai</name><email>ona@paper.example</email></author>"
        "<author><name>Jo Sun</name></author>"
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It <b>sailed</b>.</p>'
        "</div></content></entry>",
        ATOM,
    )
    assert one == Entry(
        "https://cdn.example/lt/sea/a.html",
        published="2021-03-01T09:00:00Z",
        updated="2021-03-02T10:00:00+02:00",
        title="Ferry sails",
        authors=("Ona Kai", "Jo Sun"),
        language="en",
        text="<p>It <b>sailed</b>.</p>",
    )


def test_when_an_entry_was_updated_is_not_when_it_was_published() -> None:
    (one,) = entries("<entry><updated>2021-03-02</updated></entry>", ATOM)
    assert (one.published, one.updated) == (None, "2021-03-02")


def test_plain_content_is_no_markup() -> None:
    (one,) = entries('<entry><content type="text">a &lt; b\nc</content></entry>', ATOM)
    assert one.text == "<p>a &lt; b</p><p>c</p>"


def test_a_json_feed_is_a_feed() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Mail",
        "language": "en",
        "next_url": "/feed.json?page=2",
        "items": [
            {
                "id": "1",
                "url": "/a",
                "title": "Ferry sails",
                "content_html": "<p>It sailed.</p>",
                "date_published": "2021-03-02T10:00:00+02:00",
                "date_modified": "2021-03-03T10:00:00+02:00",
                "authors": [{"name": "Ona Kai"}, {"url": "https://paper.example/jo"}],
                "tags": ["Sea", "Boats"],
            },
            {"id": 2, "url": 5},
            {"id": "https://paper.example/b", "content_text": "a < b\nc", "author": {"name": "Jo"}},
        ],
    }
    found = read_listing(json.dumps(feed).encode(), HOME)
    assert found == Listing(
        Kind.FEED,
        (
            Entry(
                "https://paper.example/a",
                published="2021-03-02T10:00:00+02:00",
                updated="2021-03-03T10:00:00+02:00",
                title="Ferry sails",
                authors=("Ona Kai",),
                section="Sea",
                language="en",
                text="<p>It sailed.</p>",
            ),
            Entry(
                "https://paper.example/b",
                authors=("Jo",),
                language="en",
                text="<p>a &lt; b</p><p>c</p>",
            ),
        ),
        (Child("https://paper.example/feed.json?page=2"),),
        title="The Mail",
        language="en",
    )


@pytest.mark.parametrize("text", ["{}", "{", "[]", '{"version": "x", "items": []}', "{" * 99_999])
def test_other_json_is_no_feed(text: str) -> None:
    assert read_listing(text.encode(), HOME) is None
