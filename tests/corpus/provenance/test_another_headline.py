"""A text that is an article's own tells it, whatever its headline has become."""

import json
from pathlib import Path

import pytest

from corpus.archive.archive import Added, Archive
from corpus.readers import Defaults
from tests.archives import archive_of, article
from tests.corpus.test_intake import held, take
from tests.older_archives import older_archive

LONG = (
    "The ferry to Klampuva stopped at noon on Sunday, and nobody in the harbour was told why.",
    "Its captain, a baker's son, had asked for a new rope only a week before, sailors said.",
)
SHORT = ("It will be sunny.",)
NOTICE = (*LONG[:1], "Read on with a subscription, from two crowns a month.")
URL = "https://news.example.org/ferry"


def line(title: str, *texts: str, **told: str) -> dict[str, str]:
    return {"title": title, "text": "\n".join(texts or LONG), "published": "2021-01-27",
            "source": "Herald", **told}  # fmt: skip


def lines(path: Path, *rows: dict[str, str]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def test_a_line_whose_headline_changes_again_and_again_is_corrected(tmp_path: Path) -> None:
    file, folder = tmp_path / "all.jsonl", tmp_path / "a"
    other = line("Bridge", *SHORT)
    for title in ("", "Ferry stops", "Ferry stops at noon"):
        take(folder, lines(file, other, line(title)))
    assert sorted(each.title for each in held(folder)) == ["Bridge", "Ferry stops at noon"]
    assert take(folder, file).added == Added(unchanged=2)


def test_a_later_file_of_the_outlet_corrects_it_too(tmp_path: Path) -> None:
    take(tmp_path / "a", lines(tmp_path / "one.jsonl", line("Ferry stops")))
    again = lines(tmp_path / "two.jsonl", line("Ferry to Klampuva stops"))
    assert take(tmp_path / "a", again).added == Added(changed=1)


def test_a_headline_from_another_field_is_that_of_the_same_articles(tmp_path: Path) -> None:
    texts = [f"{text} It was day {n} of the storm." for n, text in enumerate(LONG * 3)]
    file = lines(
        tmp_path / "all.jsonl",
        *(line("", f"{text} {text}", head=f"A {n}", sub=f"B {n}") for n, text in enumerate(texts)),
    )
    for name in ("head", "sub"):
        given = Defaults(fields={"title": (name,)})
        done = take(tmp_path / "a", file, given)
    assert done.added == Added(changed=6)
    assert {each.title for each in held(tmp_path / "a")} == {f"B {n}" for n in range(6)}


@pytest.mark.parametrize(
    "later",
    [
        line("Weather in Ryga", *SHORT),
        line("Ferry sinks", published="2021-01-28"),
        line("Ferry sinks", source="Baltic Post"),
        line("Ferry sinks", id="n2"),
        line("Ferry sinks", url=URL),
        line("Ferry sinks", LONG[0], f"{LONG[1]} It was late."),
    ],
)
def test_a_short_text_another_day_outlet_name_or_text_is_another_article(
    tmp_path: Path, later: dict[str, str]
) -> None:
    first = [line("Ferry stops"), line("Weather in Vylnia", *SHORT)]
    take(tmp_path / "a", lines(tmp_path / "all.jsonl", *first))
    again = lines(tmp_path / "all.jsonl", *first, later)
    assert take(tmp_path / "a", again).added == Added(new=1, unchanged=2)


def test_outlets_that_nobody_named_print_one_text_in_two_files(tmp_path: Path) -> None:
    for name, title in (("one", "Ferry stops"), ("two", "Ferry sinks")):
        row = line(title)
        del row["source"]
        take(tmp_path / "a", lines(tmp_path / f"{name}.jsonl", row))
    assert len(held(tmp_path / "a")) == 2


def test_a_notice_under_many_headlines_is_many_articles(tmp_path: Path) -> None:
    file, folder = tmp_path / "all.jsonl", tmp_path / "a"
    rows = [line(f"Subject {n}", *NOTICE) for n in range(30)]
    assert take(folder, lines(file, *rows[:2])).added == Added(new=2)
    assert take(folder, lines(file, *rows)).added == Added(new=28, unchanged=2)
    assert take(folder, lines(file, *rows[1:])).added == Added(unchanged=29)


def test_an_article_of_an_older_archive_is_corrected(tmp_path: Path) -> None:
    older_archive(tmp_path, 8, article("0123456789abcdef", *LONG, title="Ferry", source="Herald"))
    done = take(tmp_path, lines(tmp_path / "all.jsonl", line("Ferry stops")))
    assert done.added == Added(changed=1)


AGAIN = [
    article("x", *LONG, title="Ferry stopped"),
    article(f"{URL}-2", *LONG, title="Ferry stopped", url=f"{URL}-2"),
    article("x", *LONG),
]


@pytest.mark.parametrize("again", AGAIN)
@pytest.mark.parametrize("version", [0, 8])
def test_a_removed_text_stays_out_under_another_headline(
    tmp_path: Path, again: object, version: int
) -> None:
    first = article(URL, *LONG, title="Ferry stops", url=URL)
    if version:
        older_archive(tmp_path, version, first)
    with archive_of(tmp_path, *([] if version else [first])) as archive:
        archive.remove(URL)
        assert archive.add([again]) == Added(kept_out=1)  # type: ignore[list-item]
        with archive.batch(again=True) as batch:
            batch.add([again])  # type: ignore[list-item]
        assert batch.added == Added(new=1)
        assert archive.add([article("y", *LONG, title="Ferry sinks")]) == Added(new=1)


def test_what_keeps_a_text_out_is_every_version_of_it(tmp_path: Path) -> None:
    with archive_of(tmp_path, article("a", *LONG, title="A")) as archive:
        archive.add([article("a", *LONG, "It sails again.", title="A")])
        archive.remove("a")
        assert archive.add([article("b", *LONG, title="B")]) == Added(kept_out=1)


@pytest.mark.parametrize("texts", [SHORT, NOTICE])
def test_a_text_that_others_may_have_keeps_none_of_them_out(
    tmp_path: Path, texts: tuple[str, ...]
) -> None:
    same = [article(f"n{n}", *texts, title=f"Subject {n}") for n in range(20)]
    with Archive(tmp_path, create=True) as archive:
        archive.add(same[:10])
        archive.remove("n0")
        archive.add(same[10:12])
        archive.remove("n1", "n2")
        assert archive.add(same[12:]) == Added(new=8)


def test_a_text_that_one_other_article_has_too_is_not_kept_out(tmp_path: Path) -> None:
    with archive_of(
        tmp_path, article("a", *LONG, title="A"), article("b", *LONG, title="B")
    ) as archive:
        archive.remove("a")
        assert archive.add([article("c", *LONG, title="C")]) == Added(new=1)


def test_a_notice_tells_no_article_though_it_is_the_only_one_of_its_text(tmp_path: Path) -> None:
    """What follows is another article of which only the notice came."""
    notice = "Read on with a subscription: unlimited news, puzzles and recipes from two crowns a "
    notice += "month, and half of that in the first year for everybody who is a student."
    take(tmp_path / "a", lines(tmp_path / "one.jsonl", line("Ferry stops", notice)))
    again = lines(tmp_path / "two.jsonl", line("Bridge to be painted", notice))
    assert take(tmp_path / "a", again).added == Added(new=1)
