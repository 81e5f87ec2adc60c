import os
import textwrap
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.article import Article
from corpus.readers import Defaults, Read, Rejected, reader_for
from corpus.tidy import without_controls

VILNIUS = Defaults("Nemunas Herald", ZoneInfo("Europe/Vilnius"))
WINTER = datetime(2021, 1, 27, 17, 30, tzinfo=timezone(timedelta(hours=2)))
DATE = "2021.01.27 17:30"
TITLE = "Bridge fails its first test, inspectors say"
FIRST = (
    "The new bridge over the Vilka failed its first load test on Tuesday, inspectors said, adding"
    " that the town had been told twice."
)
SECOND = "“Nobody listened,” said the chief inspector, a man of 61."
THIRD = "A second test is planned for 3 February 2021."


def read(folder: Path, content: str | bytes, defaults: Defaults = VILNIUS) -> Read | Rejected:
    file = folder / "article.txt"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    reader = reader_for(file)
    assert reader is not None
    (item,) = reader(file, defaults, lambda size: None)
    return item


def article(folder: Path, content: str | bytes, defaults: Defaults = VILNIUS) -> Article:
    item = read(folder, content, defaults)
    assert isinstance(item, Read), item
    return item.article


def export(*lines: str, between: str = "\n\n") -> str:
    return between.join(lines)


CLOSING = "This story originally appeared on Radio Baltic Europe, partners of Nemunas Herald."
PROSE = (
    "The mayor, who has held her office since the old bridge was closed, said that the town could"
    " not wait for another year and that she would ask the ministry for a ferry.",
    "“We have two banks and one school,” she said. “Those who live on the wrong side of the river"
    " leave home at five in the morning, and some of them are seven years old.”",
    "Nothing in the report that the ministry published in spring, nor in the letter that was"
    " published by the company in Vilkai, says what the bridge was to bear, the mayor added.",
    "A bridge that was built for carts – and for the ferryman’s mule, as they say in Vilkai – is no"
    " bridge for lorries – it never was – and so the town has to wait – or to build anew.",
    "Engineers from the company that built the bridge said the test was too strict, because no"
    " lorry of that weight may enter the town, but they promised to look at the bearings again.",
)

USUAL = export(
    DATE,
    f"RBE/RN{DATE}",
    TITLE,
    FIRST,
    "Read more: Why the bridge is late",
    SECOND,
    THIRD,
    "This story originally appeared on Radio Baltic Europe, partners of Nemunas Herald.",
)


CREDITS = ("AP", "AFP/Scanpix", "J. Jonaitis/BNS", "Associated Press")


def wrapped(text: str, width: int, between: str) -> str:
    return between.join("\n".join(textwrap.wrap(part, width)) for part in text.split("\n\n"))


def test_a_usual_export_gives_all_its_parts(tmp_path: Path) -> None:
    found = article(tmp_path, USUAL)
    assert (found.title, found.published, found.updated) == (TITLE, WINTER, None)
    assert (found.source, found.agency, found.authors) == ("Nemunas Herald", "RBE/RN", ())
    assert found.paragraphs == (FIRST, SECOND, THIRD)


@pytest.mark.parametrize(
    "content",
    [
        export(DATE, TITLE, f"RBE/RN{DATE}", FIRST, SECOND, THIRD),
        export(f"RBE/RN{DATE}", TITLE, FIRST, SECOND, THIRD),
        export(TITLE, DATE, "RBE/RN", FIRST, SECOND, THIRD),
        export(TITLE, f"RBE/RN {DATE}", FIRST, SECOND, THIRD),
        export(DATE, "RBE/RN", TITLE, FIRST, SECOND, THIRD),
        export(DATE, TITLE, "By RBE/RN", FIRST, SECOND, THIRD),
        USUAL.replace("\n\n", "\n"),
        USUAL.replace("\n", "\r\n"),
        USUAL.replace("\n", "\r"),
        USUAL.replace("\n\n", "\n\n\n \t \n"),
        USUAL.replace("\n\n", "  \n\n\u00a0 "),
        "\ufeff" + USUAL,
        "\n\n\n" + USUAL + "\n\n\n",
        USUAL.replace(" said, adding", " said,\nadding"),
        USUAL.replace("Read more:", "READ MORE:"),
        USUAL.replace("Read more:", "Read also:"),
        USUAL + "\n\n© 2021 Nemunas Herald. All rights reserved.",
        USUAL.replace("2021.01.27 17:30", "2021-01-27 17:30"),
        USUAL.replace("2021.01.27 17:30", "2021.01.27\u00a017:30"),
        USUAL.replace("2021.01.27 17:30", "27 January 2021 17:30"),
        USUAL.replace("2021.01.27 17:30", "January 27, 2021, 5:30 pm"),
        USUAL.replace("2021.01.27 17:30", "2021-01-27T17:30:00+02:00"),
        USUAL.replace(" town had been", "\ntown had been"),
        USUAL.replace("Read more:", "• Read more:"),
        "Read more: Another bridge\n\n" + USUAL,
        "Published: " + USUAL,
        USUAL.replace(f"{DATE}\n\nRBE", f"{DATE}\n\nUpdated: {DATE}\n\nRBE"),
        USUAL.replace(f"{DATE}\n\nRBE", "27 January 2021, 17:30\n\nRBE"),
        USUAL.replace(f"{DATE}\n\nRBE", "Wed, 27 Jan 2021 17:30:00 +0200\n\nRBE"),
        USUAL.replace(TITLE, f"Share\n\n{TITLE}"),
        USUAL.replace(FIRST, f"3 min read\n\nShare\n\n{FIRST}"),
        USUAL.replace("Read more: Why", "Read more:\n\nWhy"),
        USUAL.replace(f"RBE/RN{DATE}", f"RBE/RN{DATE} · 3 min read"),
        USUAL.replace(f"RBE/RN{DATE}", f"RBE/RN | Published: {DATE} | 3 min"),
        USUAL.replace(f"RBE/RN{DATE}", f"RBE/RN{DATE}, updated: {DATE}"),
        USUAL + f"\n\n{DATE}\n\nTags: bridge, inspectors\n\nShare",
        *(export(DATE, TITLE, line, f"RBE/RN{DATE}", FIRST, SECOND, THIRD) for line in CREDITS),
        *(wrapped(USUAL, width, "\n\n") for width in (50, 60, 72, 90)),
    ],
)
def test_the_same_article_however_it_is_laid_out(tmp_path: Path, content: str) -> None:
    assert article(tmp_path, content) == article(tmp_path, USUAL)


@pytest.mark.parametrize(
    ("byline", "authors", "agency"),
    [
        (f"BNS{DATE}", (), "BNS"),
        (f"Jonas Jonaitis{DATE}", ("Jonas Jonaitis",), None),
        (f"Jonas Jonaitis, Ona Onaitė{DATE}", ("Jonas Jonaitis", "Ona Onaitė"), None),
        (f"Jonas Jonaitis and Ona Onaitė, BNS{DATE}", ("Jonas Jonaitis", "Ona Onaitė"), "BNS"),
        (f"Rūta Žemaitė-Kalnienė, LRT.lt{DATE}", ("Rūta Žemaitė-Kalnienė",), "LRT.lt"),
        (f"By Jonas Jonaitis{DATE}", ("Jonas Jonaitis",), None),
        (f"Nemunas Herald{DATE}", (), None),
        (f"Daugava News Agency{DATE}", (), "Daugava News Agency"),
        (f"Fionn O’Dálaigh, RBE/RN {DATE}", ("Fionn O’Dálaigh",), "RBE/RN"),
        ("Jonas Jonaitis", ("Jonas Jonaitis",), None),
        ("BY JONAS JONAITIS", ("Jonas Jonaitis",), None),
        (f"Jonas Jonaitis, Nemunas Herald{DATE}", ("Jonas Jonaitis",), None),
        (f"Jonas Jonaitis / BNS{DATE}", ("Jonas Jonaitis",), "BNS"),
        (f"Jonas Jonaitis, Reuters, Minsk{DATE}", ("Jonas Jonaitis",), "Reuters"),
        (f"Dr. Jonas J. Jonaitis{DATE}", ("Dr. Jonas J. Jonaitis",), None),
        (f"José Ortega y Gasset{DATE}", ("José Ortega y Gasset",), None),
        (f"Deutsche Welle{DATE}", (), "Deutsche Welle"),
        (f"Nemunas TV, BNS{DATE}", (), "BNS"),
        (f"Jonas Jonaitis, Daugava Post, BNS{DATE}", ("Jonas Jonaitis",), "BNS"),
        (f"Delfi EN{DATE}", (), "Delfi EN"),
        (f"15min{DATE}", (), "15min"),
        (f"Re:Baltica{DATE}", (), "Re:Baltica"),
        (f"bne IntelliNews{DATE}", (), "bne IntelliNews"),
        (f"Jonas Jonaitis\n\nBNS{DATE}", ("Jonas Jonaitis",), "BNS"),
        (f"Jonas Jonaitis\n\nBNS\n\n{DATE}", ("Jonas Jonaitis",), "BNS"),
        (f"AP\n\nJonas Jonaitis{DATE}", ("Jonas Jonaitis",), None),
        (f"BNS{DATE}\n\nBNS{DATE}", (), "BNS"),
        (f"Jonas Jonaitis{DATE}\n\nBNS{DATE}", ("Jonas Jonaitis",), "BNS"),
        ("Jonas Jonaitis\n\nReuters", ("Jonas Jonaitis",), "Reuters"),
        ("15min", (), "15min"),
        ("Jonas Jonaitis, Reuters", ("Jonas Jonaitis",), "Reuters"),
        ("AFP", (), "AFP"),
    ],
)
def test_a_byline_names_people_and_agency(
    tmp_path: Path, byline: str, authors: tuple[str, ...], agency: str | None
) -> None:
    found = article(tmp_path, export(DATE, TITLE, byline, FIRST, SECOND))
    assert (found.authors, found.agency, found.title) == (authors, agency, TITLE)
    assert found.paragraphs == (FIRST, SECOND)


@pytest.mark.parametrize("byline", ["NMN TV, NMN.lt", "NMN.lt", "NMN English", "NMN"])
def test_a_channel_of_the_outlet_is_no_agency(tmp_path: Path, byline: str) -> None:
    outlet = Defaults("NMN English", VILNIUS.timezone)
    found = article(tmp_path, export(DATE, TITLE, f"Jonas Jonaitis, {byline}{DATE}", FIRST), outlet)
    assert (found.authors, found.agency) == (("Jonas Jonaitis",), None)
    found = article(tmp_path, export(DATE, TITLE, f"{byline}, BNS{DATE}", FIRST), outlet)
    assert found.agency == "BNS"


def test_an_outlet_that_shares_a_common_word_is_an_agency(tmp_path: Path) -> None:
    outlet = Defaults("Baltic Herald", VILNIUS.timezone)
    found = article(tmp_path, export(DATE, TITLE, f"Baltic News Service{DATE}", FIRST), outlet)
    assert found.agency == "Baltic News Service"


@pytest.mark.parametrize(
    "line",
    [
        "Who Is Rūta Kalnienė?",
        "Key Points",
        "The Vilka, Two Towns",
        "Vilka Bridge",
        "NATO",
        "VILKAI",
        "EXCLUSIVE",
        "January 27",
        "2021.02.10",
        "Press Freedom",
        "Photo: AP",
        "MINSK, January 27",
    ],
)
def test_a_subhead_below_the_headline_is_no_byline(tmp_path: Path, line: str) -> None:
    told = "The Vilka Bridge, of 1961, is the only one in the town."
    found = article(tmp_path, export(DATE, TITLE, line, FIRST, told, SECOND))
    assert found.paragraphs == (line, FIRST, told, SECOND)
    assert (found.authors, found.agency, found.updated) == ((), None, None)


def test_a_name_that_no_paragraph_follows_is_no_byline(tmp_path: Path) -> None:
    found = article(tmp_path, export(DATE, TITLE, "Rūta Kalnienė", "A long wait", FIRST))
    assert (found.authors, found.paragraphs[0]) == ((), "Rūta Kalnienė")


@pytest.mark.parametrize(
    "title",
    [
        "Morning Brief, 27 January 2021",
        "COVID-19 Update, January 27, 2021",
        "9 August 2020",
        "Rūta Kalnienė: 27 January 2021",
        "Election Night 9 August 2020 22:00",
    ],
)
def test_a_headline_that_ends_in_a_date_is_the_headline(tmp_path: Path, title: str) -> None:
    byline = f"RBE/RN{DATE}"
    long = " ".join([FIRST] * 3)
    for text in (FIRST, long):
        for lines in ([DATE, title, byline], [title, DATE, byline], [byline, title], [DATE, title]):
            found = article(tmp_path, export(*lines, text, SECOND))
            assert (found.title, found.published, found.updated) == (title, WINTER, None)
            assert (found.authors, found.paragraphs) == ((), (text, SECOND))


def test_a_byline_with_a_time_above_the_headline_is_the_byline(tmp_path: Path) -> None:
    found = article(tmp_path, export(f"Jonas Jonaitis {DATE}", TITLE, FIRST))
    assert (found.title, found.authors) == (TITLE, ("Jonas Jonaitis",))


@pytest.mark.parametrize("section", ["World", "News", "World News", "News / World"])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_section_above_the_headline_is_not_it(tmp_path: Path, section: str, between: str) -> None:
    for content in (
        USUAL.replace(f"{DATE}\n\nRBE/RN{DATE}\n\n{TITLE}", f"{DATE}\n\n{section}{between}{TITLE}"),
        section + between + export(DATE, TITLE, f"RBE/RN{DATE}", FIRST, SECOND, THIRD),
    ):
        found = article(tmp_path, content)
        assert (found.title, found.section) == (TITLE, section)
        assert found.paragraphs == (FIRST, SECOND, THIRD)


@pytest.mark.parametrize("title", ["Bridge", "Bridge Closed"])
@pytest.mark.parametrize("below", ["A long wait", "Jonas Jonaitis", "BNS", FIRST])
def test_a_short_headline_is_no_section(tmp_path: Path, title: str, below: str) -> None:
    found = article(tmp_path, export(DATE, title, below, FIRST, SECOND))
    assert (found.title, found.section) == (title, None)


@pytest.mark.parametrize(
    "stamp",
    [
        f"{DATE} Updated 2021.01.28 08:00",
        f"{DATE} · Updated 2021.01.28 08:00 · 3 min read",
        f"{DATE}, last updated: 2021.01.28 08:00",
        f"{DATE} (updated on 28 January 2021, 08:00)",
        "Updated 2021.01.28 08:00",
        "Updated: 2021.01.28 08:00 | 3 min read",
        f" | Published: {DATE} | Updated: 2021.01.28 08:00",
    ],
)
def test_a_byline_gives_all_its_dates(tmp_path: Path, stamp: str) -> None:
    found = article(tmp_path, export(DATE, TITLE, f"RBE/RN{stamp}", FIRST))
    assert (found.agency, found.paragraphs, found.published) == ("RBE/RN", (FIRST,), WINTER)
    assert found.updated is not None
    assert found.updated.isoformat() == "2021-01-28T08:00:00+02:00"


def test_two_labelled_dates_may_share_a_line(tmp_path: Path) -> None:
    line = f"Published: {DATE}, Updated: 2021.01.28 08:00"
    found = article(tmp_path, export(line, TITLE, FIRST))
    assert (found.title, found.published, found.updated) == (
        TITLE, WINTER, WINTER.replace(day=28, hour=8, minute=0)
    )  # fmt: skip


def test_without_a_byline_the_closing_attribution_names_the_agency(tmp_path: Path) -> None:
    closing = "This story originally appeared on Radio Baltic Europe, partners of Nemunas Herald."
    found = article(tmp_path, export(DATE, TITLE, FIRST, SECOND, closing))
    assert (found.agency, found.paragraphs) == ("Radio Baltic Europe", (FIRST, SECOND))


def test_without_byline_and_attribution_there_is_no_agency(tmp_path: Path) -> None:
    found = article(tmp_path, export(DATE, TITLE, FIRST, SECOND))
    assert (found.agency, found.authors, found.paragraphs) == (None, (), (FIRST, SECOND))


@pytest.mark.parametrize(
    "title",
    [
        "Who pays for the bridge?",
        "“We were warned”",
        "Bridge closed until 2021.02.14",
        "No bridge before 14 February 2021",
        "BRIDGE CLOSED",
        "Bridge",
        "Mayor Rūta Kalnienė Resigns",
        "The bridge: what we know.",
        "50 Towns - Nemunas Herald",
    ],
)
def test_a_headline_of_any_kind_is_the_headline(tmp_path: Path, title: str) -> None:
    found = article(tmp_path, export(DATE, f"RBE/RN{DATE}", title, FIRST, SECOND))
    assert (found.title, found.paragraphs) == (title, (FIRST, SECOND))
    assert found.published == WINTER


@pytest.mark.parametrize("title", ["BRIDGE CLOSED", "NATO", "Good News From The Bridge"])
def test_a_headline_without_a_byline_is_no_byline(tmp_path: Path, title: str) -> None:
    found = article(tmp_path, export(DATE, title, FIRST, SECOND))
    assert (found.title, found.agency, found.paragraphs) == (title, None, (FIRST, SECOND))


def test_a_byline_below_a_standfirst_is_no_paragraph(tmp_path: Path) -> None:
    found = article(tmp_path, export(DATE, TITLE, "The town blames", f"BNS{DATE}", FIRST))
    assert (found.agency, found.paragraphs) == ("BNS", ("The town blames", FIRST))


def test_a_date_below_the_header_is_a_paragraph(tmp_path: Path) -> None:
    found = article(tmp_path, export(DATE, TITLE, f"BNS{DATE}", "2021.02.03", FIRST))
    assert (found.updated, found.paragraphs) == (None, ("2021.02.03", FIRST))


def test_the_date_of_an_update_is_never_that_of_publication(tmp_path: Path) -> None:
    found = article(tmp_path, export("Updated: 2021.01.28 08:00", TITLE, f"BNS{DATE}", FIRST))
    assert found.published == WINTER
    assert found.updated is not None
    assert found.updated.isoformat() == "2021-01-28T08:00:00+02:00"
    assert isinstance(read(tmp_path, export("Updated: 2021.01.28", TITLE, FIRST)), Rejected)


def test_a_list_of_short_lines_is_not_joined(tmp_path: Path) -> None:
    items = ("The town needs:", "- a bridge", "- a ferry")
    content = export(DATE, TITLE, FIRST, "\n".join(items), SECOND)
    assert article(tmp_path, content).paragraphs == (FIRST, *items, SECOND)


@pytest.mark.parametrize(
    "lines",
    [
        ("Vilkai 3", "Lepai 2", "Alsiai 1"),
        (
            "– a bridge for the town and for all who come to its market",
            "– a ferry that goes until the bridge has passed its test",
        ),
        ("● a bridge for the town and for all who come to its market", "● a ferry until then"),
        (
            "The council of Vilkai met on Tuesday to speak of the bridge",
            "The council of Lepai will vote on the ferry in another week",
        ),
        (
            "Roses are red and violets are as blue as they ever were,",
            "sugar is sweet",
            "and so are",
        ),
    ],
)
def test_lines_that_nobody_broke_stay_lines(tmp_path: Path, lines: tuple[str, ...]) -> None:
    content = export(DATE, TITLE, FIRST, "\n".join(lines), SECOND)
    assert article(tmp_path, content).paragraphs == (FIRST, *lines, SECOND)


@pytest.mark.parametrize(
    ("broken", "whole"),
    [("an anti-\nbridge", "an anti-bridge"), ("the COVID-\n19", "the COVID-19"),
     ("short-\nand long-term", "short- and long-term"), ("a road –\nor none", "a road – or none")],
)  # fmt: skip
def test_a_word_broken_at_its_hyphen_is_one_word(tmp_path: Path, broken: str, whole: str) -> None:
    before = "On Tuesday evening the council of the town received "
    found = article(tmp_path, export(DATE, TITLE, f"{before}{broken} plan from its mayor."))
    assert found.paragraphs == (f"{before}{whole} plan from its mayor.",)


@pytest.mark.parametrize("width", range(50, 101, 5))
def test_broken_lines_without_blank_ones_are_joined_to_paragraphs(
    tmp_path: Path, width: int
) -> None:
    link = "Read more: Surviving a winter without a bridge in a town on two banks of one river"
    content = export(DATE, TITLE, f"RBE/RN{DATE}", FIRST, link, *PROSE, CLOSING)
    found = article(tmp_path, wrapped(content, width, "\n"))
    assert (found.title, found.agency, found.published) == (TITLE, "RBE/RN", WINTER)
    assert " ".join(found.paragraphs) == " ".join((FIRST, *PROSE))
    assert all(paragraph.endswith((".", "”")) for paragraph in found.paragraphs)


def test_progress_adds_up_even_where_the_file_is_rejected(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"\x00" * 1000)
    told: list[int] = []
    reader = reader_for(file)
    assert reader is not None
    assert isinstance(next(reader(file, VILNIUS, told.append)), Rejected)
    assert sum(told) == 1000


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
def test_a_pipe_is_rejected_and_not_waited_for(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    reader = reader_for(tmp_path / name)
    assert reader is not None
    (item,) = reader(tmp_path / name, VILNIUS, lambda size: None)
    assert isinstance(item, Rejected)


def test_a_date_without_a_time_is_a_plain_date(tmp_path: Path) -> None:
    item = read(tmp_path, export("2021.01.27", TITLE, FIRST))
    assert isinstance(item, Read)
    assert (item.article.published, item.no_zone) == (date(2021, 1, 27), False)
    assert type(item.article.published) is date


def test_a_time_without_a_zone_is_kept_as_a_date_and_said(tmp_path: Path) -> None:
    item = read(tmp_path, USUAL, Defaults("Nemunas Herald"))
    assert isinstance(item, Read)
    assert (item.article.published, item.no_zone) == (date(2021, 1, 27), True)


def test_without_an_outlet_it_is_unknown_and_said(tmp_path: Path) -> None:
    item = read(tmp_path, USUAL, Defaults())
    assert isinstance(item, Read)
    assert (item.article.source, item.no_source) == ("unknown outlet", True)


def test_summer_time_is_told_from_winter_time(tmp_path: Path) -> None:
    found = article(tmp_path, export("2021.07.01 09:00", TITLE, FIRST))
    assert found.published.isoformat() == "2021-07-01T09:00:00+03:00"


def test_a_later_second_date_is_that_of_an_update(tmp_path: Path) -> None:
    found = article(tmp_path, export(DATE, "RBE/RN2021.01.28 08:00", TITLE, FIRST))
    assert found.published == WINTER
    assert found.updated is not None
    assert found.updated.isoformat() == "2021-01-28T08:00:00+02:00"


def test_a_paragraph_that_begins_with_a_date_is_a_paragraph(tmp_path: Path) -> None:
    dated = "2021.02.03 is the day of the second test, the town said."
    assert article(tmp_path, export(DATE, TITLE, FIRST, dated)).paragraphs == (FIRST, dated)


def test_a_subhead_is_a_paragraph(tmp_path: Path) -> None:
    paragraphs = article(tmp_path, export(DATE, TITLE, FIRST, "A long wait", SECOND)).paragraphs
    assert paragraphs == (FIRST, "A long wait", SECOND)


def test_prose_that_says_read_more_stays(tmp_path: Path) -> None:
    prose = "Read more books, the inspector told the pupils."
    assert article(tmp_path, export(DATE, TITLE, FIRST, prose)).paragraphs == (FIRST, prose)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00", "UTF-8"),
        (USUAL.encode("utf-16"), "UTF-8"),
        ("2021.01.27 17:30\n\nČia žemė".encode("cp1257"), "UTF-8"),
        (USUAL.replace("2021.01.27", "2021.02.30").encode(), "no such date: 2021.02.30"),
        (export("2021.01.27 25:61", TITLE, FIRST).encode(), "no such date"),
        (export(TITLE, FIRST, SECOND).encode(), "no date line"),
        (DATE.encode(), "no text"),
        (export(DATE, TITLE).encode(), "no text"),
        (export(DATE, f"RBE/RN{DATE}", TITLE).encode(), "no text"),
        (TITLE.encode(), "no date line"),
        (export(DATE, TITLE, "Read more: Something else").encode(), "no text"),
    ],
)
def test_what_is_no_article_is_rejected_with_its_reason(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    item = read(tmp_path, content)
    assert isinstance(item, Rejected)
    assert reason in item.reason


def test_a_file_without_end_is_rejected_unread(tmp_path: Path) -> None:
    file = tmp_path / "huge.txt"
    with file.open("wb") as sparse:
        sparse.truncate(300_000_000)
    reader = reader_for(file)
    assert reader is not None
    (item,) = reader(file, VILNIUS, lambda size: None)
    assert isinstance(item, Rejected)
    assert "larger" in item.reason


def test_a_file_that_is_gone_is_rejected(tmp_path: Path) -> None:
    reader = reader_for(tmp_path / "gone.txt")
    assert reader is not None
    (item,) = reader(tmp_path / "gone.txt", VILNIUS, lambda size: None)
    assert isinstance(item, Rejected)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.one_of(st.binary(), st.text().map(str.encode), st.text().map((DATE + "\n").__add__)))
def test_any_bytes_are_an_article_or_rejected(tmp_path: Path, content: str | bytes) -> None:
    item = read(
        tmp_path, content.encode("utf-8", "replace") if isinstance(content, str) else content
    )
    assert isinstance(item, Read | Rejected)
    if isinstance(item, Read):
        text = content if isinstance(content, str) else content.decode("utf-8-sig")
        everything = "".join(without_controls(text).split())
        for paragraph in item.article.paragraphs:
            assert paragraph == paragraph.strip()
            assert "".join(paragraph.split()) in everything
