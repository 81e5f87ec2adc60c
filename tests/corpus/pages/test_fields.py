"""Headline, people, agency, section, language, address: from the place that knows best."""

import json

import pytest

from corpus.outlets import Outlet
from corpus.pages import Page, PageArticle, read_page
from tests.corpus.pages.newspaper_page import ADDRESS, LINKED, PARAGRAPHS, Written


def linked(**fields: object) -> PageArticle:
    return Written(linked={**LINKED, **fields}).article()


def test_the_headline_is_what_two_places_agree_on_as_it_is_printed() -> None:
    article = linked(headline="Ferry chaos: all you need to know")
    assert article.draft.title == "Ferry chaos: all you need to know"  # alone against the h1
    head = '<meta property="og:title" content="Night ferry is four hours late | Harbour Post">'
    both = Written(linked={**LINKED, "headline": "Ferry chaos"}, head=head).article()
    assert both.draft.title == "Night ferry is four hours late"
    assert both.found["title"].place == "h1"


def test_the_outlets_name_is_no_part_of_a_headline() -> None:
    head = (
        '<meta property="og:site_name" content="Harbour Post">'
        '<meta property="og:title" content="What the tide brought in - Harbour Post">'
    )
    page = Written(title="Harbour Post", head=head, linked={**LINKED, "headline": None})
    assert page.article().draft.title == "What the tide brought in"


def test_entities_in_json_are_characters() -> None:
    article = Written(
        title="Q&amp;A: the ‘Gulf’",
        linked={**LINKED, "headline": "Q&amp;A: the &#8216;Gulf&#8217;"},
    )
    assert article.article().draft.title == "Q&A: the ‘Gulf’"


@pytest.mark.parametrize(
    ("author", "people", "agency"),
    [
        ("Jonas Jonaitis", ("Jonas Jonaitis",), None),
        ({"@type": "Person", "name": "By JONAS JONAITIS, BNS"}, ("Jonas Jonaitis",), "BNS"),
        ([{"name": "Ona Onaitė"}, {"name": "Jonas Rys"}], ("Ona Onaitė", "Jonas Rys"), None),
        ({"name": ["Ona Onaitė", "Jonas Jonaitis"]}, ("Ona Onaitė", "Jonas Jonaitis"), None),
        ({"givenName": "Ona", "familyName": "Onaitė"}, ("Ona Onaitė",), None),
        ({"@type": "Organization", "name": "Reuters"}, (), "Reuters"),
        ({"@type": "Organization", "name": "Harbour Post"}, (), None),
        ("Ona Onaitė, professor at the naval school, Harbour Post", ("Ona Onaitė",), None),
        ("By JONAS JONAITIS, AP Sports Writer", ("Jonas Jonaitis",), "AP"),
        ("https://harbour-post.example/people/12", (), None),
        ("office@harbour-post.example", (), None),
        ("王小明", ("王小明",), None),
        ("admin", (), None),
    ],
)  # fmt: skip
def test_people_and_agencies_are_told_apart(
    author: object, people: tuple[str, ...], agency: str | None
) -> None:
    article = linked(author=author)
    assert (tuple(article.draft.authors), article.draft.agency) == (people, agency)


def test_an_author_may_be_named_elsewhere_in_the_graph() -> None:
    graph = [
        {**LINKED, "author": {"@id": "#ona"}},
        {"@type": "Person", "@id": "#ona", "name": "Ona Onaitė"},
    ]
    article = Written(linked={"@context": "https://schema.org", "@graph": graph}).article()
    assert tuple(article.draft.authors) == ("Ona Onaitė",)


def test_meta_and_the_printed_byline_name_authors_where_json_does_not() -> None:
    head = '<meta name="author" content="Ona Onaitė">'
    by_meta = Written(linked={**LINKED, "author": None}, head=head).article()
    assert by_meta.found["authors"].place == "meta author"
    above = "<p class='byline'>By <a rel='author' href='/o'>Ona Onaitė</a></p>"
    printed = Written(linked={**LINKED, "author": None}, above=above).article()
    assert tuple(printed.draft.authors) == ("Ona Onaitė",)


def test_an_agency_that_is_named_as_the_publisher_lent_the_article() -> None:
    head = '<meta property="og:site_name" content="Harbour Post">'
    publisher = {"@type": "Organization", "name": "Associated Press"}
    article = Written(linked={**LINKED, "publisher": publisher}, head=head).article()
    assert article.draft.source == "Harbour Post"


@pytest.mark.parametrize(
    "text",
    [
        json.dumps([{"@type": "WebSite", "name": "Harbour Post"}, LINKED]),
        json.dumps({"@type": "WebPage", "mainEntity": LINKED}),
        f"<!--\n{json.dumps(LINKED)}\n-->",
        f"//<![CDATA[\n{json.dumps(LINKED)}\n//]]>",
        f"{json.dumps(LINKED)};",
        json.dumps(LINKED).replace("}}", "},}"),
        json.dumps(LINKED).replace('"Jonas', '\n"Jonas'),
        json.dumps(LINKED).replace('"', "&quot;"),
        json.dumps({**LINKED, "@type": ["Article", "ReportageNewsArticle"]}),
        json.dumps({**LINKED, "@type": "https://schema.org/OpinionNewsArticle"}),
        json.dumps(LINKED).replace('"headline": "', '"headline": "'),
        json.dumps(LINKED, indent=1).replace("Night ferry", 'Night "ferry'),
        json.dumps(LINKED).replace('"@context": "https://schema.org"', '"image": , "x": ""'),
    ],
)
def test_json_is_read_in_whatever_form_it_stands(text: str) -> None:
    article = Written(linked=text).article()
    assert article.found["published"].place == "JSON-LD datePublished"
    assert tuple(article.draft.authors) == ("Jonas Jonaitis",)


def test_of_several_articles_in_json_the_pages_own_is_taken() -> None:
    other = {**LINKED, "url": "https://harbour-post.example/other", "author": "Ona Onaitė"}
    own = {**LINKED, "url": ADDRESS}
    assert tuple(Written(linked=[other, own]).article().draft.authors) == ("Jonas Jonaitis",)


def test_section_and_language_come_from_json_or_meta() -> None:
    article = linked(articleSection=["Sea", "News"], inLanguage="lt-LT")
    assert (article.draft.section, article.draft.language) == ("Sea", "lt")


def test_the_canonical_address_is_the_articles_unless_it_is_another_sites() -> None:
    canonical = '<link rel="canonical" href="/news/2024/ferry">'
    assert (
        Written(head=canonical).article().address
        == "https://www.harbour-post.example/news/2024/ferry"
    )
    section = '<link rel="canonical" href="/news/">'
    assert Written(head=section).article().address == ADDRESS
    foreign = '<link rel="canonical" href="https://agency.example/ferry">'
    assert Written(head=foreign).article().address == ADDRESS
    front = '<link rel="canonical" href="https://www.harbour-post.example/">'
    assert Written(head=front).article().address == ADDRESS


def test_a_paywall_is_marked() -> None:
    assert linked(isAccessibleForFree="False").is_paywalled
    assert not linked(isAccessibleForFree=True).is_paywalled


def test_an_outlet_names_itself_and_numbers_its_articles() -> None:
    page = Page(Written().html().encode(), "https://www.lrt.lt/en/news-in-english/19/1330000/ferry")
    article = read_page(page)
    assert isinstance(article, PageArticle)
    assert (article.draft.source, article.article_key) == ("LRT English", "lrt.lt:1330000")
    assert article.draft.published == "2024-05-14T19:30:00+03:00"


def test_what_the_caller_knows_of_the_outlet_comes_first() -> None:
    article = read_page(Page(Written().html().encode(), ADDRESS), Outlet(name="The Post"))
    assert isinstance(article, PageArticle)
    assert article.draft.source == "The Post"
    assert article.found["source"].place == "outlet"


@pytest.mark.parametrize(
    ("above", "people", "agency"),
    [
        ("<span class='au'>BNS</span> <span class='d'>2024.05.14 19:30</span>", (), "BNS"),
        ("<div>By Ona Kask | Reuters</div>", ("Ona Kask",), "Reuters"),
        ("<div>By Ona Kask and Jonas Jonaitis</div>", ("Ona Kask", "Jonas Jonaitis"), None),
        ("<div>By Ona Kask</div><div>The Associated Press</div>", ("Ona Kask",),
         "The Associated Press"),
        ("<figure><img src='f.jpg'><figcaption>Reuters</figcaption></figure>", (), None),
        ("<div>By HARBOUR POST STAFF</div>", (), None),
        ("<div>shipping.com</div>", (), None),
        ("<div>By air and by sea</div>", (), None),
    ],
)  # fmt: skip
def test_a_byline_that_nothing_marks_is_read_where_nothing_else_names_anybody(
    above: str, people: tuple[str, ...], agency: str | None
) -> None:
    article = Written(linked={**LINKED, "author": None}, above=above).article()
    assert (article.draft.authors, article.draft.agency) == (people, agency)
    told = Written(linked=LINKED, above=above).article()
    assert (told.draft.authors, told.draft.agency) == (("Jonas Jonaitis",), None)


DATED = '<meta property="article:published_time" content="2024-05-14T19:30:00+03:00">'
TABLE = (
    "<html><head><title>Night ferry is four hours late :: Harbour Post</title></head><body><table>"
    "<tr><td><font size=5><b>Night ferry is four hours late</b></font></td></tr>{header}"
    "<tr><td>{text}</td></tr></table></body></html>"
)


def table(header: str, text: str = "<br><br>".join(PARAGRAPHS)) -> PageArticle:
    rows = "".join(f"<tr><td>{row}</td></tr>" for row in header.splitlines())
    read = read_page(Page(TABLE.format(header=rows, text=text).encode(), ADDRESS))
    assert isinstance(read, PageArticle)
    return read


@pytest.mark.parametrize(
    ("header", "authors", "agency"),
    [
        ("2024-05-14 19:30\nOna Onaitė", ("Ona Onaitė",), None),
        ("Ona Onaitė 14.05.2024 19:30", ("Ona Onaitė",), None),
        ("2024-05-14 19:30\nOna Onaitė, BNS", ("Ona Onaitė",), "BNS"),
        ("2024-05-14 19:30\nТАСС", (), "ТАСС"),
        ("New York, 14 May 2024 19:30", (), None),
        ("Ona Onaitė\nSea\n2024-05-14 19:30", (), None),
    ],
)
def test_a_name_beside_the_date_wrote_it(
    header: str, authors: tuple[str, ...], agency: str | None
) -> None:
    read = table(header)
    assert (read.draft.authors, read.draft.agency) == (authors, agency)


def test_without_a_heading_the_headline_is_what_stands_on_the_page_of_its_title() -> None:
    assert table("2024-05-14 19:30").draft.title == "Night ferry is four hours late"


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Vėjo stiprumas į rytą mažėjo, tačiau keltų įgulos vis dar laukė uostų leidimų.", "lt"),
        ("Ночью паром опоздал на четыре часа, и пассажиры ждали его в старом зале.", "ru"),
        ("Вночі пором запізнився, і пасажири чекали в старій залі, їм дали чаю, є й їжа.", "uk"),
        ("The café of Zoë Müller was open.", None),
    ],
)  # fmt: skip
def test_a_text_tells_its_language_where_nothing_else_does(
    words: str, language: str | None
) -> None:
    text = "<br><br>".join(f"{words} {n}" for n in range(3))
    assert table("2024-05-14 19:30", text).draft.language == language


def test_a_headline_that_is_printed_in_capitals_is_as_it_stands_elsewhere() -> None:
    title = "Night ferry is four hours late"
    page = Written(linked=None, head=f'<meta property="og:title" content="{title}">{DATED}')
    html = page.html().replace(f"<h1>{title}", f"<h1>{title.upper()}")
    read = read_page(Page(html.encode(), ADDRESS))
    assert isinstance(read, PageArticle)
    assert read.draft.title == title
