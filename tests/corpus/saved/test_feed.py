"""A feed in a file gives the articles that it has whole, and says why it gives no others."""

import gzip
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import pytest

from corpus.article import Article
from corpus.files import find_files, read_files
from corpus.readers.draft import Defaults, Finished
from corpus.readers.reading import Rejected

ITEM = """<item><title>Ferry &amp; sails</title><link>https://paper.example/a</link>
<pubDate>Tue, 02 Mar 2021 10:00:00 +0200</pubDate><dc:creator>Ona Kai</dc:creator>
<description>Short.</description><content:encoded><![CDATA[<p>It sailed &amp; left.</p>
<script>x()</script><p>It came <b>back</b>.</p>]]></content:encoded></item>"""
SUMMARY = """<item><title>Tram</title><link>https://paper.example/b</link>
<pubDate>Tue, 02 Mar 2021 10:00:00 +0200</pubDate><description>Short.</description></item>"""


def feed(*items: str) -> str:
    start = '<rss version="2.0"><channel><title>The Mail</title><language>en</language>'
    return f"{start}{''.join(items)}</channel></rss>"


def read(
    folder: Path, text: str, name: str = "feed.xml", source: str | None = None
) -> tuple[Sequence[Article], Sequence[Rejected]]:
    file = folder / name
    file.write_text(text, "utf-8")
    items = list(read_files(find_files([file]).found, Defaults(source)))
    taken = [item.article for item in items if isinstance(item, Finished)]
    return taken, [item for item in items if isinstance(item, Rejected)]


def test_a_whole_text_is_an_article(tmp_path: Path) -> None:
    taken, rejected = read(tmp_path, feed(ITEM))
    assert not rejected
    (article,) = taken
    assert article.title == "Ferry & sails"
    assert article.paragraphs == ("It sailed & left.", "It came back.")
    assert article.published == datetime.fromisoformat("2021-03-02T10:00:00+02:00")
    assert article.url == "https://paper.example/a"
    assert article.authors == ("Ona Kai",)
    assert (article.source, article.language) == ("paper.example", "en")


def test_the_keeper_s_name_for_the_outlet_comes_first(tmp_path: Path) -> None:
    (article,), _ = read(tmp_path, feed(ITEM), source="Harbour Mail")
    assert article.source == "Harbour Mail"


def test_where_an_article_has_no_address_the_feed_s_title_is_the_outlet(tmp_path: Path) -> None:
    (article,), _ = read(tmp_path, feed(ITEM.replace("https://paper.example/a", "")))
    assert article.source == "The Mail"


def test_an_address_goes_on_from_that_of_the_site(tmp_path: Path) -> None:
    site = "<link>https://paper.example/news/</link>"
    (article,), _ = read(tmp_path, feed(site, ITEM.replace("https://paper.example/a", "/a?b=1")))
    assert article.url == "https://paper.example/a?b=1"


@pytest.mark.parametrize("name", ["a.rss", "a.atom", "A.XML"])
def test_a_feed_goes_by_several_names(tmp_path: Path, name: str) -> None:
    assert len(read(tmp_path, feed(ITEM), name)[0]) == 1


def reason(folder: Path, text: str) -> str:
    taken, rejected = read(folder, text)
    assert not taken
    (one,) = rejected
    return one.reason


def test_a_feed_of_summaries_has_one_reason(tmp_path: Path) -> None:
    told = reason(tmp_path, feed(SUMMARY, SUMMARY.replace("/b", "/c")))
    assert told == "a feed of summaries, not of whole articles; use sources add"


def test_a_text_that_goes_on_elsewhere_is_a_summary(tmp_path: Path) -> None:
    assert "summaries" in reason(tmp_path, feed(ITEM.replace("<b>back</b>.", "back […]")))


def test_a_sitemap_has_its_reason(tmp_path: Path) -> None:
    text = "<urlset><url><loc>https://paper.example/a</loc></url></urlset>"
    assert reason(tmp_path, text) == "a sitemap lists addresses; use sources add"


@pytest.mark.parametrize("text", ["", "<html></html>", "<note/>", "text", "<!DOCTYPE rss ["])
def test_other_files_are_neither(tmp_path: Path, text: str) -> None:
    assert reason(tmp_path, text) == "neither a feed nor a sitemap"


def test_of_a_mixed_feed_what_is_whole_is_taken(tmp_path: Path) -> None:
    taken, rejected = read(tmp_path, feed(SUMMARY, ITEM))
    assert [article.title for article in taken] == ["Ferry & sails"]
    assert [(one.reason, one.advice) for one in rejected] == [
        ("only a summary", "https://paper.example/b")
    ]


def test_when_it_was_updated_is_not_when_it_was_published(tmp_path: Path) -> None:
    text = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Ferry</title>
    <link href="https://paper.example/a"/><updated>2021-03-02T10:00:00Z</updated>
    <content type="html">&lt;p&gt;It sailed.&lt;/p&gt;</content></entry></feed>"""
    assert reason(tmp_path, text) == "no date of publication"


def test_of_a_feed_that_is_cut_off_the_whole_articles_are_taken(tmp_path: Path) -> None:
    text = feed(ITEM, ITEM.replace("/a<", "/b<"))
    taken, rejected = read(tmp_path, text[:-100])
    assert [article.url for article in taken] == ["https://paper.example/a"]
    assert [one.reason for one in rejected] == ["cut off; the articles before that were taken"]


def test_a_feed_may_be_compressed(tmp_path: Path) -> None:
    file = tmp_path / "feed.xml.gz"
    file.write_bytes(gzip.compress(feed(ITEM).encode()))
    (item,) = read_files(find_files([file]).found, Defaults())
    assert isinstance(item, Finished)


def test_a_json_feed_is_a_feed(tmp_path: Path) -> None:
    item = (
        '{"url": "https://paper.example/a", "title": "Ferry", "content_html": "<p>It sailed.</p>",'
        ' "date_published": "2021-03-02T10:00:00+02:00"}'
    )
    text = f'{{"version": "https://jsonfeed.org/version/1.1", "items": [{item}]}}'
    (article,), _ = read(tmp_path, text, "feed.json")
    assert (article.title, article.paragraphs) == ("Ferry", ("It sailed.",))
