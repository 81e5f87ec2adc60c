"""What is no article is told from one, with the reason."""

import pytest

from corpus.pages import NoArticle, NoArticleKind, Page, PageArticle, read_page
from tests.corpus.pages.newspaper_page import LINKED, PARAGRAPHS, Written

TEASERS = "".join(
    f"<div class='teaser'><h3><a href='/news/{n}'>Why the ferry was late again, part {n}</a></h3>"
    f"<p>The office answers question {n}.</p><a href='/news/{n}'>Read on about it here</a></div>"
    for n in range(30)
)
EXCERPTS = "".join(
    f"<article><h2><a href='/news/{n}'>Why the ferry was late again, part {n}</a></h2>"
    f"<time datetime='2024-05-{n:02}'>May {n}</time><p>{PARAGRAPHS[0]} {PARAGRAPHS[2]} […]</p>"
    "</article>"
    for n in range(1, 9)
)
SECTIONS = "".join(
    f"<h2>Ferry number {n}</h2><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]} It has number {n}.</p>"
    for n in range(6)
)
PICTURES = "".join(
    f"<figure><img src='/{n}.jpg'></figure><p>The ferry, {n}.</p>" for n in range(12)
)
COOKIES = (
    "<p>We and our partners store cookies on your device to show personalised ads and content.</p>"
    "<p>By clicking accept you consent to this. You can change your privacy settings later.</p>"
)


def kind_of(page: Written) -> NoArticleKind | None:
    read = page.read()
    return read.kind if isinstance(read, NoArticle) else None


DATED = '<meta property="article:published_time" content="2024-05-14T19:30:00+03:00">'
OF_ARTICLE = '<meta property="og:type" content="article">'
LIST = {"@type": "CollectionPage", "name": "Sea"}
STUB = {**LINKED, "isAccessibleForFree": False}


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        (Written(title="Sea", body=TEASERS, linked=None, head=DATED), NoArticleKind.LIST),
        (Written(title="Sea", linked=LIST, head=DATED), NoArticleKind.LIST),
        (Written(title="Sea", body=EXCERPTS, linked=None, head=DATED), NoArticleKind.LIST),
        (
            Written(title="Sea", body=EXCERPTS, linked=None, head=f"{DATED}{OF_ARTICLE}"),
            NoArticleKind.LIST,
        ),
        (Written(linked=None, head=DATED, address="https://www.p.example/"), NoArticleKind.LIST),
        (Written(linked={**LINKED, "@type": "LiveBlogPosting"}), NoArticleKind.LIVE),
        (Written(title="Live: the ferry is late", linked=None, head=DATED), NoArticleKind.LIVE),
        (Written(address="https://harbour-post.example/sea/live/2024-ferry"), NoArticleKind.LIVE),
        (Written(body=PICTURES), NoArticleKind.GALLERY),
        (
            Written(body=f"<p>{PARAGRAPHS[0]}</p>", address="https://p.example/video/12"),
            NoArticleKind.VIDEO,
        ),
        (Written(title="Before you go on", body=COOKIES, linked=None), NoArticleKind.CONSENT),
        (
            Written(title="Page not found", body="<p>Try again.</p>", linked=None),
            NoArticleKind.ERROR,
        ),
        (
            Written(title="Sorry, this page could not be found", linked=None, head=DATED),
            NoArticleKind.ERROR,
        ),
        (
            Written(
                body=f"<h2><a href='/1'>A ferry</a></h2><p>{PARAGRAPHS[0]}</p>",
                linked=None,
                head=f"{DATED}{OF_ARTICLE}",
                address="https://p.example/tag/ferry/",
            ),
            NoArticleKind.LIST,
        ),
        (Written(title="404", body="<p>Nothing here.</p>", linked=None), NoArticleKind.ERROR),
        (
            Written(body="<p>Subscribe to read on about this.</p>", linked=STUB),
            NoArticleKind.PAYWALL,
        ),
        (Written(body="<p>Soon.</p>"), NoArticleKind.EMPTY),
        (Written(body=""), NoArticleKind.EMPTY),
    ],
)
def test_a_page_that_is_no_article_is_not_taken(page: Written, kind: NoArticleKind) -> None:
    assert kind_of(page) is kind


def test_an_article_about_cookies_is_an_article() -> None:
    text = "The court says that cookies need consent before they are stored on any device at all."
    assert kind_of(Written(body=f"<p>{text}</p><p>{text} So it does.</p>")) is None


def test_an_article_with_a_video_and_pictures_is_an_article() -> None:
    video = {"@type": "VideoObject", "name": "The ferry"}
    body = f"{Written().body}{Written().body.replace('ferry', 'boat')}{PICTURES}"
    assert kind_of(Written(linked=[LINKED, video], body=body)) is None


def test_an_article_in_sections_is_an_article() -> None:
    assert kind_of(Written(body=SECTIONS, linked=None, head=DATED)) is None


def test_an_article_with_links_to_others_among_its_paragraphs_is_an_article() -> None:
    others = "".join(
        f"<p>{text} They said it again in part {n}.</p>"
        f"<h3><a href='/news/{n}'>Why the ferry was late again, part {n}</a></h3><p>More of it.</p>"
        f"<h3>What happened then</h3><p>{text} They did not say more than that in part {n}.</p>"
        for n, text in enumerate(PARAGRAPHS)
    )
    assert kind_of(Written(body=others, linked=None, head=DATED)) is None


def test_an_article_at_an_address_of_numbers_alone_is_no_front_page() -> None:
    page = Written(linked=None, head=DATED, address="https://www.p.example/?p=123")
    assert kind_of(page) is None


def test_an_article_below_an_authors_address_is_an_article() -> None:
    assert kind_of(Written(address="https://p.example/author/ona/ferry")) is None


def test_a_short_report_is_an_article() -> None:
    assert kind_of(Written(body=f"<p>{PARAGRAPHS[0]}</p>")) is None


def test_what_is_shown_of_an_article_behind_a_paywall_is_taken_and_marked() -> None:
    read = Written(linked=STUB).read()
    assert isinstance(read, PageArticle)
    assert read.is_paywalled


def test_a_page_without_an_address_is_read() -> None:
    assert isinstance(read_page(Page(Written().html().encode())), PageArticle)
