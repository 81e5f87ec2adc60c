import csv
from datetime import date, timedelta

import pytest

from tests.bot.command_line import Cli, one_line

DAY = date(2021, 1, 1)


@pytest.fixture
def cli_with_archive(cli: Cli) -> Cli:
    lines = [
        {
            "id": f"a{n}",
            "title": "Ferry aground" if 40 <= n < 50 else f"Rain {n}",
            "text": "It was seen from the shore.",
            "published": (DAY + timedelta(n)).isoformat(),
            "source": "Nemunas Herald",
        }
        for n in range(120)
        if not 80 <= n < 95
    ]
    ran = cli("import", cli.lines("articles.jsonl", *lines), "--archive", cli.archive)
    assert ran.code == 0
    return cli


def test_bars_and_headlines_are_printed(cli_with_archive: Cli) -> None:
    ran = cli_with_archive("timeline", "ferry", "--archive", cli_with_archive.archive)
    assert ran.code == 0
    assert "Share of each week’s articles with “ferry” in headline or beginning." in ran.out
    assert "10 of 105 articles, 9.5%" in ran.out
    assert "8 to 14 Feb 2021     ████" in ran.out
    assert "Ferry aground · Nemunas Herald" in ran.out
    assert "Missing in this archive: Nemunas Herald, Mon 22 Mar 2021" in ran.out
    assert "/////" in ran.out


def test_years_of_months_are_a_line_each(cli: Cli) -> None:
    lines = [
        {"id": f"a{n}", "title": "Ferry" if n % 90 == 0 else "Rain", "text": "Seen from the shore.",
         "published": (DAY + timedelta(4 * n)).isoformat(), "source": "Nemunas Herald"}
        for n in range(600)
    ]  # fmt: skip
    cli("import", cli.lines("articles.jsonl", *lines), "--archive", cli.archive)
    ran = cli("timeline", "ferry", "--archive", cli.archive)
    assert len([line for line in ran.out.splitlines() if line.startswith("202")]) == 6
    assert "2021 █" in ran.out


def test_json_has_the_bars_the_peaks_and_the_picture_in_words(cli_with_archive: Cli) -> None:
    ran = cli_with_archive("timeline", "ferry", "--json", "--archive", cli_with_archive.archive)
    told = ran.json
    assert (told["articles"], told["printed"], told["step"]) == (10, 105, "week")
    assert told["bars"][0]["first"] == "2021-01-01"
    (peak,) = told["peaks"]
    assert (peak["articles"], peak["printed"], peak["share"]) == (5, 7, 0.714286)
    assert peak["article"]["title"] == "Ferry aground"
    assert told["gaps"][0]["days"] == 15
    assert "Ferry aground" in told["text"]


def test_numbers_and_a_picture_are_written(cli_with_archive: Cli) -> None:
    cli = cli_with_archive
    table, picture = cli.folder / "ferry.csv", cli.folder / "ferry.png"
    ran = cli("timeline", "ferry", "--csv", table, "--png", picture, "--archive", cli.archive)
    assert ran.code == 0
    assert picture.read_bytes().startswith(b"\x89PNG")
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert sum(int(row["articles"]) for row in rows) == 10
    assert {row["missing"] for row in rows} >= {"0.0", "1.0"}


def test_no_file_is_replaced_that_nobody_said_may_be(cli_with_archive: Cli) -> None:
    cli = cli_with_archive
    kept = cli.file("kept.png", "precious")
    arguments = ("timeline", "ferry", "--png", kept, "--archive", cli.archive)
    ran = cli(*arguments)
    assert ran.code == 2
    assert one_line(ran.err)
    assert kept.read_text() == "precious"
    assert cli(*arguments, "--overwrite").code == 0


def test_nothing_found_is_said_and_nothing_drawn(cli_with_archive: Cli) -> None:
    cli = cli_with_archive
    picture = cli.folder / "zebra.png"
    ran = cli("timeline", "zebra", "--png", picture, "--archive", cli.archive)
    assert ran.code == 1
    assert "No article in this archive has these words" in ran.out
    assert not picture.exists()
    ran = cli("timeline", "the", "--json", "--archive", cli.archive)
    assert (ran.code, ran.json["bars"], ran.json["text"]) == (1, [], "")
