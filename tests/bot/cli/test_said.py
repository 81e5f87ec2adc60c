"""The `said` command."""

import pytest

from tests.bot.command_line import Cli


def test_the_json_of_a_verbatim_quote_is_the_contract(filled: Cli) -> None:
    quote = "opened to traffic on Saturday"
    ran = filled("said", quote, "--archive", filled.archive, "--json")
    assert ran.code == 0
    assert list(ran.json) == ["quote", "verdict", "first", "matches"]
    assert (ran.json["quote"], ran.json["verdict"]) == (quote, "verbatim")
    first = ran.json["first"]
    assert ran.json["matches"] == [first]
    assert list(first) == ["article", "paragraph", "text", "differences"]
    assert list(first["article"]) == ["id", "title", "published", "updated", "source", "agency",
                                      "authors", "url", "link"]  # fmt: skip
    paragraph = first["paragraph"]
    assert paragraph["text"][paragraph["start"] : paragraph["end"]] == first["text"] == quote
    assert paragraph["position"] == 0
    assert first["differences"] == []


def test_a_quote_over_two_paragraphs_goes_on_in_more(filled: Cli) -> None:
    quote = "after nine years. Mayor Rūta"
    match = filled("said", quote, "--archive", filled.archive, "--json").json["first"]
    assert match["text"] == "after nine years"
    (more,) = match["more"]
    assert (more["text"], more["paragraph"]["position"]) == ("Mayor Rūta", 1)


def test_a_headline_has_no_position(filled: Cli) -> None:
    ran = filled("said", "bridge opens at last", "--archive", filled.archive, "--json")
    paragraph = ran.json["first"]["paragraph"]
    assert paragraph["position"] is None
    assert paragraph["text"] == "Bridge opens at last in Šilagiris"


def test_the_nearest_comes_with_its_differences(filled: Cli) -> None:
    asked = ("said", "The Vilka never opened to traffic on Saturday", "--archive", filled.archive)
    ran = filled(*asked, "--json")
    assert ran.code == 0
    assert ran.json["verdict"] == "differs"
    wanted = [{"said": "never", "printed": ""}]
    assert ran.json["matches"][0]["differences"] == wanted
    assert "said “never”, which is not printed" in filled(*asked).out


def test_an_unprinted_quote_is_exit_code_1(filled: Cli) -> None:
    ran = filled("said", "Nobody has come", "--archive", filled.archive, "--json")
    assert (ran.code, ran.json["verdict"]) == (1, "absent")
    assert (ran.json["first"], ran.json["matches"]) == (None, [])
    assert filled("said", "Nobody has come", "--archive", filled.archive).out.startswith("Not in")


def test_people_are_shown_the_first_printing(filled: Cli) -> None:
    ran = filled("said", "mayor", "ruta", "kalniene", "--archive", filled.archive)
    assert ran.code == 0
    assert ran.out.splitlines()[0] == "Printed, word for word:"
    assert "“Mayor Rūta Kalnienė”" in ran.out


def test_of_several_printings_the_first_is_shown_and_the_others_are_named(cli: Cli) -> None:
    lines = [
        {"title": f"T{n}", "text": "The pier is closed.", "published": f"2021-01-{20 - n:02}",
         "source": f"Paper {n:02}"}
        for n in range(11)
    ]  # fmt: skip
    cli("import", cli.lines("a.jsonl", *lines), "--archive", cli.archive)
    out = cli("said", "the pier is closed", "--archive", cli.archive).out
    assert out.startswith("Printed, word for word, in 11 articles; first:\n\nT10\n")
    assert "Then in: Paper 09 (Mon 11 Jan 2021), " in out
    assert out.rstrip().endswith("Paper 02 (Mon 18 Jan 2021) and 2 more")


def test_of_a_quotation_among_many_words_the_words_around_it_are_shown(filled: Cli) -> None:
    around = "A friend of my aunt heard in the queue that the bridge has"
    asked = ("said", f"{around} “opened to traffic on Saturday”", "--archive", filled.archive)
    assert filled(*asked, "--json").json["verdict"] == "differs"
    out = filled(*asked).out
    assert out.startswith("Printed, word for word, but only what is in quotation marks:\n")
    assert f"said “{around}”, which is not printed" in " ".join(out.split())


@pytest.mark.parametrize("quote", ["", "?!"])
def test_a_quote_without_a_word_is_absent(filled: Cli, quote: str) -> None:
    assert filled("said", quote, "--archive", filled.archive).code == 1
