"""Under one headline an outlet may print several articles a day: their texts tell them apart."""

import json
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.archive.archive import Added
from corpus.article import Article, article_id
from corpus.readers import Defaults
from tests.archives import article
from tests.corpus.test_intake import content_however_often, held, take

DOGS = (
    "Sir, your page about dogs is far too short. My neighbours walk theirs along the northern quay"
    " every morning, and nobody has ever printed what those animals carry home from there."
)
TRAMS = (
    "Madam, the seven o'clock tram has stopped early again. Passengers waited without shelter while"
    " its driver finished breakfast, although your paper promised better service before Easter."
)
TAXES = (
    "Editor, whoever invented chimney taxes cannot own fireplaces. Ours smokes since autumn because"
    " sweeping became dearer than coal, which council members would know if they felt cold."
)
MENDED = DOGS.replace("far too", "much too")


def letters(path: Path, *texts: str, **told: str) -> Path:
    line = {"title": "Letters to the editor", "published": "2021-01-27", "source": "Herald", **told}
    path.write_text("".join(json.dumps({**line, "text": text}) + "\n" for text in texts), "utf-8")
    return path


def texts_of(folder: Path) -> list[str]:
    return sorted(one.paragraphs[0] for one in held(folder))


def test_none_of_them_is_lost_and_all_are_known_when_they_come_again(tmp_path: Path) -> None:
    file, folder = letters(tmp_path / "in.jsonl", DOGS, TRAMS, TAXES), tmp_path / "a"
    assert take(folder, file).added == Added(new=3)
    assert take(folder, file).added == Added(unchanged=3)
    again = letters(tmp_path / "again.jsonl", TAXES, TRAMS, DOGS)
    assert take(folder, again).added == Added(unchanged=3)
    assert texts_of(folder) == sorted([DOGS, TRAMS, TAXES])


@pytest.mark.parametrize("told", [{"published": "2021-01-28"}, {"source": "Baltic Post"}])
def test_they_are_corrected_one_by_one(tmp_path: Path, told: dict[str, str]) -> None:
    file, folder = tmp_path / "in.jsonl", tmp_path / "a"
    take(folder, letters(file, DOGS, TRAMS, TAXES))
    assert take(folder, letters(file, DOGS, TRAMS, TAXES, **told)).added == Added(changed=3)
    assert take(folder, file).added == Added(unchanged=3)
    assert texts_of(folder) == sorted([DOGS, TRAMS, TAXES])


def test_files_of_one_folder_are_kept_apart_too(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for n, text in enumerate((DOGS, TRAMS)):
        head = "2021.01.27 17:30\n\nLetters to the editor"
        (folder / f"{n}.txt").write_text(f"{head}\n\n{text}\n", "utf-8")
    assert take(tmp_path / "a", folder).added == Added(new=2)
    assert take(tmp_path / "a", folder, Defaults("Herald")).added == Added(changed=2)
    assert texts_of(tmp_path / "a") == sorted([DOGS, TRAMS])


@pytest.mark.parametrize("again", [MENDED, f"{DOGS}\n{TRAMS}"])
def test_a_text_that_was_mended_or_went_on_is_still_that_article(
    tmp_path: Path, again: str
) -> None:
    take(tmp_path / "a", letters(tmp_path / "in.jsonl", DOGS))
    again_file = letters(tmp_path / "in.jsonl", again)
    assert take(tmp_path / "a", again_file).added == Added(changed=1)


@st.composite
def told(draw: st.DrawFn) -> Article:
    """A letter of one of two days and two outlets, one of which nobody may have named."""
    day = draw(st.sampled_from([date(2021, 1, 27), date(2021, 1, 28)]))
    source = draw(st.sampled_from(["Herald", "unknown outlet"]))
    texts = [draw(st.sampled_from([DOGS, MENDED, TRAMS, TAXES]))]
    texts += draw(st.sampled_from([[], ["Letters may be shortened."]]))
    name = article_id(None, source, day, "Letters", paragraphs=())
    return article(name, *texts, title="Letters", published=day, source=source)


@settings(max_examples=40)
@given(lines=st.lists(told(), max_size=7), data=st.data())
def test_whatever_came_before_they_come_again_as_they_are(
    lines: list[Article], data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        whole, killed = Path(temporary, "whole"), Path(temporary, "killed")
        content_however_often(whole, killed, lines, data.draw(st.integers(0, len(lines))))
