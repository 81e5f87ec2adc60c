from pathlib import Path

import pytest

from corpus.readers import Defaults
from tests.exports import DATE, FIRST, SECOND, TITLE, VILNIUS, WINTER, article, export


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
        (f"Jonas Jonaitis (RFE/RL){DATE}", ("Jonas Jonaitis",), "RFE/RL"),
        (f"Jonas Jonaitis (15min) {DATE}", ("Jonas Jonaitis",), "15min"),
        (f"Jonas Jonaitis (3 min read) {DATE}", ("Jonas Jonaitis",), None),
        ("Jonas Jonaitis (BNS)", ("Jonas Jonaitis",), "BNS"),
        ("Jonas Jonaitis (BNS) and Ona Onaitė", ("Jonas Jonaitis", "Ona Onaitė"), "BNS"),
        ("By JONAS JONAITIS", ("Jonas Jonaitis",), None),
        ("By JONAS JONAITIS, Associated Press", ("Jonas Jonaitis",), "Associated Press"),
        ("BY JONAS JONAITIS AND ONA O’ŽEMĖ", ("Jonas Jonaitis", "Ona O’Žemė"), None),
        ("By JONAS JONAITIS and ONA ONAITĖ", ("Jonas Jonaitis", "Ona Onaitė"), None),
        (f"JONAS JONAITIS{DATE}", ("Jonas Jonaitis",), None),
        (f"JONAS JONAITIS, BNS{DATE}", ("Jonas Jonaitis",), "BNS"),
        (f"VOICE OF AMERICA{DATE}", (), "VOICE OF AMERICA"),
        (f"DAUGAVA NEWS AGENCY{DATE}", (), "DAUGAVA NEWS AGENCY"),
        (f"WAVES OF DAUGAVA{DATE}", (), None),
        ("Written by Jonas Jonaitis", ("Jonas Jonaitis",), None),
        ("Text: Jonas Jonaitis", ("Jonas Jonaitis",), None),
        ("By Jonas Jonaitis in Minsk", ("Jonas Jonaitis",), None),
        (f"By Jonas Jonaitis in New Lepai{DATE}", ("Jonas Jonaitis",), None),
        (
            "By Jonas Jonaitis in Minsk and Ona Onaitė in Lepai, Reuters",
            ("Jonas Jonaitis", "Ona Onaitė"),
            "Reuters",
        ),
        ("by Jonas Jonaitis for Nemunas Herald", ("Jonas Jonaitis",), None),
        ("by Jonas Jonaitis for BNS", ("Jonas Jonaitis",), "BNS"),
        ("By Reuters Staff", (), "Reuters"),
        (f"Jonas Jonaitis, BNS correspondent{DATE}", ("Jonas Jonaitis",), "BNS"),
        ("Nemunas Herald Newsroom", (), None),
        ("By Nemunas Herald Staff Writers", (), None),
        (f"NEMUNAS HERALD NEWS DESK{DATE}", (), None),
    ],
)
def test_a_byline_names_people_and_agency(
    tmp_path: Path, byline: str, authors: tuple[str, ...], agency: str | None
) -> None:
    found = article(tmp_path, export(DATE, TITLE, byline, FIRST, SECOND))
    assert (found.authors, found.agency, found.title) == (authors, agency, TITLE)
    assert found.paragraphs == (FIRST, SECOND)


@pytest.mark.parametrize(
    "byline", ["NMN TV, NMN.lt", "NMN.lt", "NMN English", "NMN", "NMN Newsroom", "NMN English Team"]
)
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
        "MINSK, January 27",
        "JONAS JONAITIS",
        "Text messages of Vilka Bridge",
        "By ferry from Lepai",
        "Written by hand",
        "Vilka Bridge (VB)",
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


def test_a_byline_with_a_time_above_the_headline_is_the_byline(tmp_path: Path) -> None:
    found = article(tmp_path, export(f"Jonas Jonaitis {DATE}", TITLE, FIRST))
    assert (found.title, found.authors) == (TITLE, ("Jonas Jonaitis",))


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


def test_without_a_byline_the_closing_attribution_names_the_agency(tmp_path: Path) -> None:
    closing = "This story originally appeared on Radio Baltic Europe, partners of Nemunas Herald."
    found = article(tmp_path, export(DATE, TITLE, FIRST, SECOND, closing))
    assert (found.agency, found.paragraphs) == ("Radio Baltic Europe", (FIRST, SECOND))


def test_without_byline_and_attribution_there_is_no_agency(tmp_path: Path) -> None:
    found = article(tmp_path, export(DATE, TITLE, FIRST, SECOND))
    assert (found.agency, found.authors, found.paragraphs) == (None, (), (FIRST, SECOND))


@pytest.mark.parametrize("title", ["BRIDGE CLOSED", "NATO", "Good News From The Bridge"])
def test_a_headline_without_a_byline_is_no_byline(tmp_path: Path, title: str) -> None:
    found = article(tmp_path, export(DATE, title, FIRST, SECOND))
    assert (found.title, found.agency, found.paragraphs) == (title, None, (FIRST, SECOND))


def test_a_byline_below_a_standfirst_is_no_paragraph(tmp_path: Path) -> None:
    found = article(tmp_path, export(DATE, TITLE, "The town blames", f"BNS{DATE}", FIRST))
    assert (found.agency, found.paragraphs) == ("BNS", ("The town blames", FIRST))
