"""A paragraph is what the page prints as one, in its characters, and nothing around it is."""

from corpus.pages import Page, PageArticle, read_page
from tests.corpus.pages.newspaper_page import PARAGRAPHS, Written, paragraphs


def test_the_paragraphs_are_those_of_the_page() -> None:
    assert paragraphs(Written().article()) == PARAGRAPHS


def test_characters_stay_as_they_are_printed() -> None:
    text = "The toll is 10\u00a0000 crowns; the ‘Gulf’ paid it twice – in May\u2009and in June."
    body = "".join(f"<p>{one}</p>" for one in (*PARAGRAPHS, text))
    assert paragraphs(Written(body=body).article())[-1] == text


def test_words_in_links_times_and_emphasis_stay_in_their_sentence() -> None:
    body = (
        f"<p>{PARAGRAPHS[0]}</p><p>On <time>3 May</time> the <b>Gulf</b> and the "
        "<a href='/neptune'>Neptune</a> met <span class='tags'>off Westport</span> at noon.</p>"
        f"<p>{PARAGRAPHS[2]}</p>"
    )
    expected = "On 3 May the Gulf and the Neptune met off Westport at noon."
    assert paragraphs(Written(body=body).article())[1] == expected


def test_line_breaks_items_rows_and_headings_part_paragraphs() -> None:
    body = (
        f"<p>{PARAGRAPHS[0]}<br><br>{PARAGRAPHS[1]}</p><h2>What comes next</h2>"
        "<ul><li>The ferry leaves on Friday at noon.</li>"
        "<li>Tickets of Tuesday stay valid.</li></ul>"
        f"<p>{PARAGRAPHS[2]}</p>"
    )
    assert paragraphs(Written(body=body).article()) == (
        *PARAGRAPHS[:2],
        "What comes next",
        "The ferry leaves on Friday at noon.",
        "Tickets of Tuesday stay valid.",
        PARAGRAPHS[2],
    )


def test_the_headline_is_no_paragraph() -> None:
    body = f"<h2>Night ferry is four hours late</h2>{Written().body}"
    assert paragraphs(Written(body=body).article()) == PARAGRAPHS


def test_a_paragraph_of_links_only_goes() -> None:
    link = "<p><a href='/b'>Why the new bridge will not be ready before the winter</a></p>"
    body = f"<p>{PARAGRAPHS[0]}</p>{link}<p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p>"
    assert paragraphs(Written(body=body).article()) == PARAGRAPHS


def test_a_label_before_a_link_goes_and_a_sentence_with_a_link_stays() -> None:
    sentence = "The office <a href='/o'>had promised in March</a> that ferries would be on time."
    label = "<p>SEE MORE: <a href='/b'>Why the new bridge is late again</a></p>"
    body = f"<p>{PARAGRAPHS[0]}</p>{label}<p>{sentence}</p><p>{PARAGRAPHS[2]}</p>"
    read = paragraphs(Written(body=body).article())
    assert read == (
        PARAGRAPHS[0],
        "The office had promised in March that ferries would be on time.",
        PARAGRAPHS[2],
    )


def test_a_quotation_set_apart_goes_where_it_repeats_a_paragraph() -> None:
    quote = "<blockquote>We could not leave before the wind fell</blockquote>"
    body = f"<p>{PARAGRAPHS[0]}</p>{quote}<p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p>"
    assert paragraphs(Written(body=body).article()) == PARAGRAPHS


def test_a_quotation_that_stands_nowhere_else_stays() -> None:
    quote = "<blockquote>No ship of ours has ever been lost in the strait.</blockquote>"
    body = f"<p>{PARAGRAPHS[0]}</p>{quote}<p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p>"
    read = paragraphs(Written(body=body).article())
    assert "No ship of ours has ever been lost in the strait." in read


def test_names_and_dates_above_the_text_and_contacts_below_it_go() -> None:
    body = (
        "<p>By Jonas Jonaitis</p><p>14 May 2024, 19:30</p>"
        f"{Written().body}<p>Write to jonas@harbour-post.example</p>"
    )
    assert paragraphs(Written(body=body).article()) == PARAGRAPHS


def test_text_in_several_containers_of_one_kind_is_taken_whole() -> None:
    long = [f"{text} {text.lower()}" for text in PARAGRAPHS]
    chunks = "".join(
        f"<div class='grid'><div class='article-body'><p>{text}</p><p>{text[::-1]}.</p></div></div>"
        for text in long
    )
    page = Written(body="").html().replace("<div class='article-body'></div>", chunks)
    read = read_page(Page(page.encode()))
    assert isinstance(read, PageArticle)
    assert [text for text in paragraphs(read) if text in long] == long


def test_what_only_machines_read_is_not_in_a_sentence() -> None:
    link = "<a href='/l'>is here<span class='visually-hidden'> (opens apart)</span></a>"
    body = f"<p>{PARAGRAPHS[0]}</p><p>The list {link}, the office says.</p><p>{PARAGRAPHS[2]}</p>"
    assert paragraphs(Written(body=body).article())[1] == "The list is here, the office says."


def test_rights_and_labels_of_links_at_the_end_go() -> None:
    links = "".join(f"<p><a href='/news/{n}'>Why the ferry was late, {n}</a></p>" for n in range(3))
    feet = f"<p>Most read</p>{links}<p>© Harbour Post, 1999–2024. Name us when you quote us.</p>"
    assert paragraphs(Written(body=Written().body + feet).article()) == PARAGRAPHS


def test_labels_around_the_date_above_the_text_go() -> None:
    above = "<p>Information</p><p>Section: Sea</p><p>14.05.2024 19:30</p><p>Readers: 1,240</p>"
    assert paragraphs(Written(body=above + Written().body).article()) == PARAGRAPHS
