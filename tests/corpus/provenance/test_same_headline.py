"""Under one headline an outlet may print several articles a day: their texts tell them apart."""

import json
from pathlib import Path

import pytest

from corpus.archive.archive import Added
from corpus.readers import Defaults
from tests.corpus.test_intake import held, take

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
