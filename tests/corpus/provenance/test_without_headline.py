"""Articles that have no headline, no address and no id are told apart by their text."""

import json
from pathlib import Path

from corpus.archive.archive import Added
from corpus.article import Article
from corpus.readers import Defaults
from tests.archives import archive_of, article
from tests.corpus.test_intake import held, take
from tests.older_archives import older_archive

BRIEFS = [f"Ship {n} of the line left for Klampuva at noon." for n in range(6)]


def file_of(path: Path, *texts: str, published: str = "2021-01-27") -> Path:
    lines = [{"published": published, "source": "Herald", "text": text} for text in texts]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return path


def test_those_of_one_day_and_outlet_are_articles_of_their_own(tmp_path: Path) -> None:
    file = file_of(tmp_path / "briefs.jsonl", *BRIEFS)
    assert take(tmp_path / "a", file).added == Added(new=6)
    assert take(tmp_path / "a", file).added == Added(unchanged=6)
    assert sorted(one.paragraphs[0] for one in held(tmp_path / "a")) == BRIEFS


def test_one_text_printed_twice_is_one_article(tmp_path: Path) -> None:
    file = file_of(tmp_path / "briefs.jsonl", BRIEFS[0], BRIEFS[0])
    assert take(tmp_path / "a", file).added == Added(new=1, unchanged=1)


def test_pages_of_which_only_a_notice_was_saved_are_articles_of_their_own(tmp_path: Path) -> None:
    """Else each would be a version of the first, and its address lead to another's day."""
    file = tmp_path / "pages.jsonl"
    pages = {f"https://news.example.org/{n}": f"2021-01-{10 + n}" for n in range(4)}
    file.write_text(
        "".join(
            json.dumps({"url": url, "published": day, "text": "How useful was this notice?"}) + "\n"
            for url, day in pages.items()
        ),
        "utf-8",
    )
    for added in (Added(new=4), Added(unchanged=4)):
        assert take(tmp_path / "a", file).added == added
        assert {one.url: str(one.day) for one in held(tmp_path / "a")} == pages


def test_a_corrected_file_of_one_corrects_it(tmp_path: Path) -> None:
    file = tmp_path / "brief.txt"
    for text in ("Nobody knows why.", "Nobody knew why."):
        file.write_text(f"2021.01.27 17:30\n\n{BRIEFS[0]}\n\n{text}\n", "utf-8")
        take(tmp_path / "a", file)
    (one,) = held(tmp_path / "a")
    assert one.paragraphs[-1] == "Nobody knew why."


def test_a_corrected_line_among_others_is_one_more_as_nothing_tells_which_it_was(
    tmp_path: Path,
) -> None:
    take(tmp_path / "a", file_of(tmp_path / "briefs.jsonl", *BRIEFS))
    again = file_of(tmp_path / "briefs.jsonl", *BRIEFS[:-1], f"{BRIEFS[-1]} Late.")
    assert take(tmp_path / "a", again).added == Added(new=1, unchanged=5)


def test_the_same_with_another_day_or_outlet_is_corrected(tmp_path: Path) -> None:
    take(tmp_path / "a", file_of(tmp_path / "briefs.jsonl", *BRIEFS))
    again = file_of(tmp_path / "briefs.jsonl", *BRIEFS, published="2021-01-28")
    assert take(tmp_path / "a", again, Defaults(source="Herald")).added == Added(changed=6)
    assert {one.day.day for one in held(tmp_path / "a")} == {28}


def test_those_that_an_older_archive_took_for_versions_of_one_come_apart(tmp_path: Path) -> None:
    """Its name is a hash that did not tell their text."""
    as_one = [article("0123456789abcdef", text, source="Herald") for text in BRIEFS]
    older_archive(tmp_path, 2, *as_one)
    given = take(tmp_path, file_of(tmp_path / "briefs.jsonl", *BRIEFS))
    assert given.added == Added(new=5, unchanged=1)
    with archive_of(tmp_path) as archive:
        assert archive.holdings().articles == 6


def test_a_headline_still_names_an_article_whose_text_is_corrected(tmp_path: Path) -> None:
    def told(text: str) -> Article:
        line = {"title": "Ferry stops", "published": "2021-01-27", "source": "Herald"}
        file = tmp_path / "line.jsonl"
        file.write_text(json.dumps({**line, "text": f"{BRIEFS[0]}\n{text}"}) + "\n", "utf-8")
        take(tmp_path / "a", file)
        (one,) = held(tmp_path / "a")
        return one

    assert told("Nobody knows why.").id == told("Nobody knew why.").id
