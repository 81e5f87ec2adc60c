"""Feeds that are broken, cut off, wrong about their letters, or no feeds, are read all the same."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as some

from corpus.collect.listings.listing import Kind
from corpus.collect.listings.reading import read_entries, read_listing
from corpus.collect.listings.repairing import MOST_ITEMS
from tests.corpus.collect.test_feeds import HOME, RSS, entries

GOOD = "<item><title>%s</title><link>https://paper.example/%s</link></item>"


def test_of_a_json_feed_that_is_too_long_it_is_told_that_not_all_was_taken() -> None:
    items = [{"id": str(n), "url": f"https://paper.example/{n}"} for n in range(MOST_ITEMS + 1)]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Paper", "items": items}
    found = read_listing(json.dumps(feed).encode(), HOME)
    assert found is not None
    assert (len(found.entries), found.is_cut_off) == (MOST_ITEMS, True)
    feed["items"] = items[1:]
    whole = read_listing(json.dumps(feed).encode(), HOME)
    assert whole is not None
    assert not whole.is_cut_off


@pytest.mark.parametrize(
    "broken",
    [
        "<item><title>x</bad></title></item>",
        "<item><title>x <b </title></item>",
        "<item><title>x</item>",
        "<item><media:thumb url=/x.jpg /></item>",
        "<item><a:b:c/></item>",
        "<item>\x0b\x00</item>",
        "<item><!-- </item> --></item>",
        "<item><description><![CDATA[<item> </item>]]></description></item>",
        "<item a=1 a=1>" + "<a>" * 400 + "</item>",
        "</channel>",
        "<!-- never closed? --> <!--",
    ],
)
def test_one_broken_item_spoils_none_of_the_others(broken: str) -> None:
    around = (GOOD % ("One", "1"), broken, GOOD % ("Two", "2"))
    titles = [one.title for one in entries("\n".join(around))]
    assert titles[0] == "One"
    assert "Two" in titles or broken.endswith("<!--")


@pytest.mark.parametrize("end", range(0, 290, 7))
def test_of_a_feed_that_is_cut_off_the_whole_items_are_taken(end: int) -> None:
    text = RSS % "".join(GOOD % (f"Title {number}", number) for number in range(4))
    cut = text[: text.index("<item>") + end]
    found = read_listing(cut.encode(), HOME)
    whole = cut.count("</item>")
    assert found is not None
    assert found.is_cut_off
    assert [one.title for one in found.entries] == [f"Title {number}" for number in range(whole)]


def test_of_a_feed_without_end_the_beginning_is_taken_and_the_rest_is_not_hidden() -> None:
    found = read_entries((RSS % ("<item></item>" * (MOST_ITEMS + 1))).encode(), HOME)
    assert found is not None
    assert found.is_cut_off


@pytest.mark.parametrize(
    ("said", "written", "content_type"),
    [
        ("UTF-8", "utf-8", "text/xml; charset=iso-8859-1"),
        ("iso-8859-1", "utf-8", None),
        ("windows-1257", "windows-1257", None),
        ("windows-1257", "windows-1257", "text/xml; charset=utf-8"),
        ("utf-16", "utf-16", None),
        ("utf-8", "utf-16-le", None),
        ("utf-8", "utf-8-sig", None),
        ("rot13", "utf-8", None),
    ],
)
def test_the_letters_are_right_whatever_is_said_of_them(
    said: str, written: str, content_type: str | None
) -> None:
    text = (RSS % "<item><title>Žąsis ėda</title></item>").replace("UTF-8", said)
    found = read_entries(text.encode(written), HOME, content_type)
    assert found is not None
    assert found.entries[0].title == "Žąsis ėda"


def test_what_says_utf_8_and_is_not_is_read_as_most_such_is() -> None:
    text = RSS % "<item><title>Café à la carte</title></item>"
    found = read_entries(text.encode("cp1252"), HOME)
    assert found is not None
    assert found.entries[0].title == "Café à la carte"


def test_entities_of_its_own_are_nothing() -> None:
    text = '<!DOCTYPE rss [<!ENTITY a "boom"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    body = text + (RSS % "<item><title>&a; &b; here</title></item>").partition("?>")[2]
    found = read_entries(body.encode(), HOME)
    assert found is not None
    assert found.entries[0].title == "&a; &b; here"


@given(some.binary() | some.text().map(str.encode))
def test_any_bytes_are_a_listing_or_none(body: bytes) -> None:
    for around in (b"%s", b"<rss>%s</rss>", b"<feed><entry>%s</entry></feed>", b"<urlset>%s"):
        read_listing(around % body.replace(b"%", b"%%"), HOME)


PARTS = ["<item>", "</item>", "<title>", "</title>", "<link>", "/a", "<![CDATA[", "]]>", "<!--"]
PARTS += ["-->", "&amp;", "&x;", "<a b='", "'>", "<x:y>", "</channel>", "\x00", "é", "<?", "?>"]


@given(some.lists(some.sampled_from(PARTS)).map("".join))
def test_a_feed_of_any_pieces_is_read(pieces: str) -> None:
    found = read_entries((RSS % pieces.replace("%", "")).encode(), HOME)
    assert found is None or found.kind is Kind.FEED
