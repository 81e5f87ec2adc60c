"""Whatever comes instead of a page: a reason, soon, and no exception."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.pages import NoArticle, NoArticleKind, Page, PageArticle, read_page
from tests.corpus.pages.newspaper_page import PARAGRAPHS, Written, paragraphs

SLOW = 6.0  # seconds of CPU; generous, since the machine may be busy
PAGE = Written().html().encode()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\0" * 1_000,
        b"\xff\xfe",
        b"no page at all",
        b"%PDF-1.7 " + bytes(range(256)) * 50,
        b"x" * 3_000_001,
        b"<html>" + b"<div>" * 400_000,
        b"<html><body><p " + b" ".join(b"a%d=1" % n for n in range(100_000)) + b">x</p>",
        b"<html><body>" + b"<p>x" * 400_000,
        b"<!DOCTYPE html [<!ENTITY a 'b'><!ENTITY c '&a;&a;'>]><html><body><p>&c;</p>",
    ],
)
def test_what_is_no_page_is_refused_soon(body: bytes) -> None:
    begun = process_time()
    assert isinstance(read_page(Page(body)), NoArticle)
    assert process_time() - begun < SLOW


@pytest.mark.parametrize(
    "part",
    [
        "<blockquote>Some words are said here again and again.</blockquote>" * 4_000,
        "<span itemprop='datePublished'>x</span>" * 4_000,
        "<script type='application/ld+json'>" + "[" * 200_000 + "</script>",
        "<script type='application/ld+json'>" + '{"a":' * 100_000 + "</script>",
        "<script type='application/ld+json'>" + '"headline":"' * 40_000 + "</script>",
        "<p>" + "&#1;&#12;&#xD800;&#xFFFE;&#983040;\x0c\x01\U000f0000" * 1_000 + "</p>",
        "<a \"" * 5_000,
    ],
)  # fmt: skip
def test_what_stands_behind_an_article_does_it_no_harm(part: str) -> None:
    begun = process_time()
    read = read_page(Page(Written().html().replace("</article>", f"</article>{part}").encode()))
    assert process_time() - begun < SLOW
    assert isinstance(read, PageArticle)
    assert paragraphs(read)[:3] == PARAGRAPHS


def test_an_author_of_one_endless_word_is_read_soon() -> None:
    author = f"<meta name='author' content='{'x' * 50_000}'>"
    page = f"<html><head>{author}</head><body><h1>Ferry leaves</h1><p>It left.</p></body></html>"
    begun = process_time()
    read_page(Page(page.encode()))
    assert process_time() - begun < SLOW


def test_a_page_nested_too_deep_is_no_article() -> None:
    page = Written(body="<div>" * 300 + "<p>Deep.</p>").html().encode()
    read = read_page(Page(page))
    assert isinstance(read, NoArticle)
    assert read.kind is NoArticleKind.EMPTY


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(PAGE)), st.integers(0, len(PAGE)), st.binary(max_size=40))
def test_a_page_with_anything_in_it_is_read_or_refused(start: int, end: int, other: bytes) -> None:
    read = read_page(Page(PAGE[:start] + other + PAGE[end:]))
    assert isinstance(read, PageArticle | NoArticle)
