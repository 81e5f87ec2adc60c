import pytest

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
    ],
)
def test_html_becomes_the_lines_of_its_text(field: str, expected: list[str]) -> None:
    assert lines(field) == expected


def test_a_field_of_one_line_loses_its_tags() -> None:
    assert without_tags("<i>Vilka</i> &amp; I") == "Vilka & I"


@pytest.mark.parametrize("field", ["<b>x</b>" * 20_001, "<b>x</b><![foo bar"])
def test_html_that_cannot_be_read_is_refused(field: str) -> None:
    with pytest.raises(UnreadableError, match="text: "):
        text_lines(field)
