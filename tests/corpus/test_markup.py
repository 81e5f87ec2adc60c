import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import UnreadableError
from corpus.lines.markup import text_lines, without_tags


def lines(field: str) -> list[str]:
    return [line.strip() for line in text_lines(field) if line.strip()]


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("One.\nTwo.", ["One.", "Two."]),
        ("One.\r\n\r\nTwo.", ["One.", "Two."]),
        ("a < b & c > d", ["a < b & c > d"]),
        ("Q&amp;A &#8211; now", ["Q&A – now"]),
        ("AT&T &copyright R&D", ["AT&T &copyright R&D"]),
        ("<p>One\ntwo.</p><p>Three.</p>", ["One two.", "Three."]),
        ("<p>One.\n\nTwo.</p>", ["One.", "Two."]),
        ("<P CLASS='x'>One.</P>", ["One."]),
        ("One <b>and</b> two.\nThree.", ["One and two.", "Three."]),
        ("One.\n\nTwo <em>three</em>.", ["One.", "Two three."]),
        ("<a\nhref='x'>One</a> two.\nThree.", ["One two.", "Three."]),
        ("One.<br>Two.<br/>Three.", ["One.", "Two.", "Three."]),
        ("<div>One.<div>Two.</div>Three.</div>", ["One.", "Two.", "Three."]),
        ("<ul><li>One</li><li>Two</li></ul>", ["One", "Two"]),
        ("<tr><td>One</td><td>2</td></tr>", ["One 2"]),
        ("<!-- wp:paragraph --><p>One.</p><!-- /wp:paragraph -->", ["One."]),
        ("One.<!-- a > b --> Two.", ["One. Two."]),
        ("<p>One.</p><script>if (a<b) {}</script><style>p{}</style>", ["One."]),
        ("<figure><img src=x><figcaption>The ferry</figcaption></figure><p>One.</p>", ["One."]),
        ("<video src=x>none<p>One.</p>", ["One."]),
        ("<svg/><i>One</i>.", ["One."]),
        ("<p>It&#8217;s&nbsp;“so”</p>", ["It’s\u00a0“so”"]),
        ("<h2>Why</h2><p>One.</p>", ["Why", "One."]),
        ("<p>One.<p>Two.", ["One.", "Two."]),
        ("One.\n<p>Two.", ["One.", "Two."]),
        ("<![CDATA[<p>One.</p>]]>", ["One."]),
        ("&lt;p&gt;One &amp;amp; two.&lt;/p&gt;", ["One & two."]),
        ("One.<custom-embed id='7'></custom-embed>", ["One."]),
        ("<p>One.</p><o:p></o:p>", ["One."]),
        ("<p>cats&notdogs &copy 2021</p>", ["cats&notdogs &copy 2021"]),
        ("<p>Ford <F> and <SRD> rose, a < b.</p>", ["Ford <F> and <SRD> rose, a < b."]),
        ("<p>One.</p><!-- never closed", ["One.", "<!-- never closed"]),
        ("<p>One.</p><![foo bar", ["One.", "<![foo bar"]),
    ],
)
def test_html_becomes_the_lines_of_its_text(field: str, expected: list[str]) -> None:
    assert lines(field) == expected


@pytest.mark.parametrize(
    "field",
    [
        "Sears <S>, AT&T <T> and Phillips <P> rose.",
        "x <b and c> y",
        "if a <x = 5> b",
        "I <3 you & me; Q&A; R&D",
        "<jonas@example.org> wrote",
        "An arrow <-- and --> back, <> and </>",
        "Use <b> for bold",
        "It ends in <",
        "<!-- never closed",
    ],
)
def test_a_text_with_marks_that_are_no_markup_stays_as_it_is(field: str) -> None:
    assert lines(field) == [field]


def test_a_field_of_one_line_loses_its_tags() -> None:
    assert without_tags("<i>Vilka</i> &amp; I") == "Vilka & I"


def test_a_text_of_too_many_tags_is_refused() -> None:
    with pytest.raises(UnreadableError, match="text: "):
        text_lines("<b>x</b>" * 20_001)


TAGS = st.sampled_from(
    ["<p>", "</p>", "<b>", "</b>", "<br/>", "<S>", "<", ">", "&", "&amp;", "&lt;", "<!--", "-->",
     "<script>", "</script>", "<a href='", "'>", "<![", "]]>", "</", "word ", "\n", "\x0b"]
)  # fmt: skip


@given(st.lists(TAGS | st.text(max_size=3), max_size=30).map("".join))
def test_any_text_has_lines_and_loses_no_word_that_is_outside_of_tags(field: str) -> None:
    found = " ".join(text_lines(field))
    if "<" not in field and "&" not in field:
        assert found.split() == field.split()
    if not any(mark in field for mark in ("<!--", "<script", "<a href", "<![", "&lt;")):
        assert found.count("word") == field.count("word")
