"""What the commands say of an article that is no longer what was stored."""

from tests.bot.command_line import Cli, one_line
from tests.damage import altered


def test_a_damaged_article_is_not_quoted_and_every_command_says_so(filled: Cli) -> None:
    where = ("--archive", filled.archive)
    name = filled("ask", "bridge", *where, "--json").json["quotes"][0]["article"]["id"]
    altered(filled.archive, "UPDATE paragraph SET text = replace(text, 'nine', 'ten')")
    asked = filled("ask", "bridge", *where, "--json")
    assert (asked.code, asked.json["quotes"]) == (1, [])
    assert asked.json["notes"] == [
        f"1 article that fits is damaged in this archive and not quoted: {name}"
    ]
    assert asked.json["notes"][0] in filled("ask", "bridge", *where).out
    said = filled("said", "opened to traffic on Saturday after nine years", *where, "--json")
    assert (said.code, said.json["verdict"], said.json["matches"]) == (1, "absent", [])
    assert said.json["notes"] == asked.json["notes"]
    assert said.json["notes"][0] in filled("said", "after ten years", *where).out
    shown = filled("show", name, *where)
    assert (shown.code, shown.out, one_line(shown.err)) == (3, "", True)
    assert "damaged" in shown.err
    judged = filled.lines("judged.jsonl", {"question": "bridge", "articles": [name]})
    assert filled("evaluate", judged, *where, "--json").json["article@1"] == 0.0
    assert filled("stats", *where).code == 0
