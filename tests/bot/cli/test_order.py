"""`ask --order`: what answers, by day."""

import pytest

from tests.bot.command_line import Cli


@pytest.fixture
def dated(cli: Cli) -> Cli:
    """Five articles about a ferry, and one that shares a word with a question about it."""
    days = ("2021-03-03T08:00+02:00", "2021-03-01", "2021-03-02T23:30-05:00", "2021-03-02",
            "2021-03-05")  # fmt: skip
    lines = [
        {"id": f"f{n}", "title": f"Ferry {n}", "published": day, "source": "Herald",
         "text": f"The ferry Aušra sank off Nida in storm {n}. We will raise it."}
        for n, day in enumerate(days)
    ]  # fmt: skip
    other = {"id": "other", "title": "Tea", "published": "2020-01-01", "source": "Post",
             "text": "A storm in a teacup came up while the mayor poured."}  # fmt: skip
    cli("import", cli.lines("a.jsonl", *lines, other), "--archive", cli.archive)
    return cli


def ids(cli: Cli, *arguments: str) -> list[str]:
    ran = cli("ask", *arguments, "--archive", cli.archive, "--json")
    return [quote["article"]["id"] for quote in ran.json["quotes"]]


def test_the_oldest_of_what_answers_comes_first_and_nothing_far_from_it(dated: Cli) -> None:
    asked = ("ferry Aušra sank off Nida in a storm", "--limit", "9", "--order")
    assert ids(dated, *asked, "oldest") == ["f1", "f3", "f2", "f0", "f4"]
    assert ids(dated, *asked, "newest") == ["f4", "f0", "f2", "f3", "f1"]


@pytest.mark.parametrize("phrase", ['"we will raise it"', '"we will"', "“We  will”"])
def test_the_first_printing_of_a_phrase_is_the_oldest(dated: Cli, phrase: str) -> None:
    ran = dated("ask", phrase, "--order", "oldest", "--limit", "1", "--json",
                "--archive", dated.archive)  # fmt: skip
    (quote,) = ran.json["quotes"]
    assert quote["article"]["id"] == "f1"
    assert quote["text"] == "We will raise it."
    ((start, end), *_) = quote["highlights"]
    assert quote["text"][start:end].lower().startswith("we will")
    assert (ran.json["strength"], ran.json["total"], ran.json["notes"]) == ("strong", 5, [])


def test_the_order_keeps_to_days_outlets_and_words(dated: Cli) -> None:
    asked = ('"we will"', "--order", "oldest", "--limit", "9")
    assert ids(dated, *asked, "--since", "2021-03-02") == ["f3", "f2", "f0", "f4"]
    assert ids(dated, *asked, "--until", "2021-03-01") == ["f1"]
    assert ids(dated, '"we will" source:herald -storm', "--order", "oldest") == []
    assert ids(dated, '"the" teacup', "--order", "oldest") == ["other"]


def test_a_phrase_that_stands_nowhere_is_answered_as_always(dated: Cli) -> None:
    ran = dated("ask", '"ferry teacup"', "--order", "oldest", "--json", "--archive", dated.archive)
    assert ran.json["strength"] != "strong"


def test_questions_a_line_are_put_in_order_too(dated: Cli) -> None:
    ran = dated("ask", "-", "--json", "--order", "newest", "--archive", dated.archive,
                stdin=b'"we will"\n')  # fmt: skip
    assert ran.json["quotes"][0]["article"]["id"] == "f4"


def test_an_order_that_is_none_is_wrong_usage(dated: Cli) -> None:
    ran = dated("ask", "ferry", "--order", "random", "--archive", dated.archive)
    assert ran.code == 2
    assert "--order" in ran.err


def test_the_shell_knows_orders(dated: Cli) -> None:
    typed = b':order oldest\n"we will"\n:order newest\n:order none\n'
    out = dated("shell", "--archive", dated.archive, stdin=typed).out
    assert out.index("Ferry 1") < out.index("Ferry 4")
    assert "The newest first." in out
    assert "Orders: best, newest, oldest." in out
