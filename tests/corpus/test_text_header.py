from datetime import date
from pathlib import Path

import pytest

from corpus.readers import Defaults, Finished, Rejected
from tests.exports import DATE, FIRST, SECOND, THIRD, TITLE, USUAL, WINTER, article, export, read


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


def test_two_labelled_dates_may_share_a_line(tmp_path: Path) -> None:
    line = f"Published: {DATE}, Updated: 2021.01.28 08:00"
    found = article(tmp_path, export(line, TITLE, FIRST))
    assert (found.title, found.published, found.updated) == (
        TITLE, WINTER, WINTER.replace(day=28, hour=8, minute=0)
    )  # fmt: skip


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
        "Photos: Vilkai Under Water",
    ],
)
def test_a_headline_of_any_kind_is_the_headline(tmp_path: Path, title: str) -> None:
    found = article(tmp_path, export(DATE, f"RBE/RN{DATE}", title, FIRST, SECOND))
    assert (found.title, found.paragraphs) == (title, (FIRST, SECOND))
    assert found.published == WINTER


def test_a_date_below_the_header_is_a_paragraph(tmp_path: Path) -> None:
    found = article(tmp_path, export(DATE, TITLE, f"BNS{DATE}", "2021.02.03", FIRST))
    assert (found.updated, found.paragraphs) == (None, ("2021.02.03", FIRST))


def test_the_date_of_an_update_is_never_that_of_publication(tmp_path: Path) -> None:
    found = article(tmp_path, export("Updated: 2021.01.28 08:00", TITLE, f"BNS{DATE}", FIRST))
    assert found.published == WINTER
    assert found.updated is not None
    assert found.updated.isoformat() == "2021-01-28T08:00:00+02:00"
    assert isinstance(read(tmp_path, export("Updated: 2021.01.28", TITLE, FIRST)), Rejected)


def test_a_date_without_a_time_is_a_plain_date(tmp_path: Path) -> None:
    item = read(tmp_path, export("2021.01.27", TITLE, FIRST))
    assert isinstance(item, Finished)
    assert (item.article.published, item.no_zone) == (date(2021, 1, 27), False)
    assert type(item.article.published) is date


def test_a_time_without_a_zone_is_kept_as_a_date_and_said(tmp_path: Path) -> None:
    item = read(tmp_path, USUAL, Defaults("Nemunas Herald"))
    assert isinstance(item, Finished)
    assert (item.article.published, item.no_zone) == (date(2021, 1, 27), True)


def test_summer_time_is_told_from_winter_time(tmp_path: Path) -> None:
    found = article(tmp_path, export("2021.07.01 09:00", TITLE, FIRST))
    assert found.published.isoformat() == "2021-07-01T09:00:00+03:00"


def test_a_later_second_date_is_that_of_an_update(tmp_path: Path) -> None:
    found = article(tmp_path, export(DATE, "RBE/RN2021.01.28 08:00", TITLE, FIRST))
    assert found.published == WINTER
    assert found.updated is not None
    assert found.updated.isoformat() == "2021-01-28T08:00:00+02:00"


@pytest.mark.parametrize(
    "above",
    [
        "https://news.example.org/2021/bridge",
        "URL: https://news.example.org/2021/bridge?from=front",
        "www.news.example.org/2021/bridge",
        "2 hours ago",
        "about an hour ago",
        "Yesterday at 17:30",
        "17:30",
        "01/27/2021 5:30 PM",
    ],
)
def test_an_address_or_an_unsure_time_is_no_headline(tmp_path: Path, above: str) -> None:
    for lines in ([above, DATE, TITLE], [DATE, above, TITLE], [above, TITLE, f"RBE/RN{DATE}"]):
        found = article(tmp_path, export(*lines, FIRST, SECOND))
        assert (found.title, found.published, found.updated) == (TITLE, WINTER, None)
        assert (found.paragraphs, found.section) == ((FIRST, SECOND), None)


@pytest.mark.parametrize("below", ["2 hours ago", "https://news.example.org/2021/bridge", TITLE])
def test_what_belongs_to_the_page_below_the_headline_is_no_paragraph(
    tmp_path: Path, below: str
) -> None:
    for lines in ([TITLE, DATE, below], [DATE, TITLE, below], [TITLE, below, f"BNS{DATE}"]):
        found = article(tmp_path, export(*lines, FIRST, SECOND))
        assert (found.title, found.published) == (TITLE, WINTER)
        assert found.paragraphs == (FIRST, SECOND)


def test_a_headline_said_again_in_the_text_is_a_paragraph(tmp_path: Path) -> None:
    found = article(tmp_path, export(DATE, TITLE, FIRST, TITLE, SECOND))
    assert found.paragraphs == (FIRST, TITLE, SECOND)


@pytest.mark.parametrize(
    "lines",
    [
        ("2021.01.27", "17:30", TITLE),
        (TITLE, "2021.01.27", "17:30"),
        (TITLE, "Published: 2021.01.27", "17:30 val."),
        (TITLE, "RBE/RN2021.01.27", "17:30"),
        ("27.01.2021 17:30", TITLE),
        ("17:30, 27 January 2021", TITLE),
        ("5:30 p.m. EET, Wednesday, January 27, 2021", TITLE),
        ("[2021.01.27 17:30]", TITLE),
        (TITLE, "[2021.01.27 17:30]"),
        ("2021.01.27 17:30 val.", TITLE),
        ("January 27, 2021 17:30 EET", TITLE),
        (TITLE, "RBE/RN27.01.2021 17:30"),
        (TITLE, "RBE/RN [2021.01.27 17:30]"),
    ],
)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_date_is_read_however_it_is_set(
    tmp_path: Path, lines: tuple[str, ...], between: str
) -> None:
    found = article(tmp_path, export(*lines, FIRST, SECOND, between=between))
    assert (found.title, found.published, found.updated) == (TITLE, WINTER, None)
    assert found.paragraphs == (FIRST, SECOND)


def test_hours_below_the_days_of_a_timeline_stay_apart(tmp_path: Path) -> None:
    timeline = ("2021.01.25", "08:00", FIRST, "2021.01.26", "9:30", SECOND)
    found = article(tmp_path, export(DATE, TITLE, f"BNS{DATE}", *timeline))
    assert (found.published, found.updated, found.paragraphs) == (WINTER, None, timeline)


@pytest.mark.parametrize(
    "path",
    ["Nemunas Herald / News / World", "Home > News > Baltic States", "Nemunas Herald » Politics"],
)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_path_above_the_headline_is_its_section(tmp_path: Path, path: str, between: str) -> None:
    for lines in ([path, DATE, TITLE], [path, TITLE, DATE], [DATE, path, TITLE]):
        found = article(tmp_path, export(*lines, f"BNS{DATE}", FIRST, SECOND, between=between))
        assert (found.title, found.section, found.agency) == (TITLE, path, "BNS")
        assert (found.published, found.paragraphs) == (WINTER, (FIRST, SECOND))


def test_the_outlet_above_the_headline_is_no_byline(tmp_path: Path) -> None:
    found = article(tmp_path, export(DATE, "Nemunas Herald", TITLE, "RFE/RL", FIRST, SECOND))
    assert (found.title, found.agency, found.paragraphs) == (TITLE, "RFE/RL", (FIRST, SECOND))


@pytest.mark.parametrize("line", ["January 27, 2021, 5:30 p.m. IST", "5:30 p.m. IST, Jan 27, 2021"])
def test_a_time_in_a_zone_of_several_meanings_is_not_put_into_the_outlets(
    tmp_path: Path, line: str
) -> None:
    item = read(tmp_path, export(line, TITLE, FIRST, SECOND))
    assert isinstance(item, Finished)
    assert (item.article.published, item.no_zone) == (date(2021, 1, 27), True)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Updated: 2021.01.28 08:00", "only the date of an update is given, not that of"),
        ("01/27/2021 5:30 PM", "the date line cannot be read: 01/27/2021 5:30 PM"),
        ("2 hours ago", "the date line cannot be read: 2 hours ago"),
        ("Published: 01/02/21", "the date line cannot be read: Published: 01/02/21"),
        ("2021.02.30 17:30", "the date line cannot be read: no such date: 2021.02.30 17:30"),
        ("The winter of 2021", "no date line"),
    ],
)
def test_a_text_without_a_sure_date_is_rejected_by_what_was_seen(
    tmp_path: Path, line: str, reason: str
) -> None:
    for lines in ([line, TITLE], [TITLE, line]):
        item = read(tmp_path, export(*lines, FIRST, SECOND))
        assert isinstance(item, Rejected)
        assert item.reason.startswith(reason)
