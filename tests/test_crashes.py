import json
from pathlib import Path

import pytest

from tests.crashes import answers, content, killed, moments, undisturbed

KILLS = 4


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Enough articles for some batches, and for an index that is made by several processes."""
    file = tmp_path_factory.mktemp("lines") / "articles.jsonl"
    with file.open("w", encoding="utf-8") as out:
        for n in range(2200):
            texts = [f"Ship number {n} left pier {p} with {n * p % 97} crates." for p in range(3)]
            value = {"id": f"a{n}", "title": f"Ship {n} leaves", "paragraphs": texts,
                     "published": f"20{n % 20 + 1:02}-01-27", "source": "Harbour News"}  # fmt: skip
            out.write(json.dumps(value) + "\n")
    return file


def test_an_import_killed_at_any_moment_and_run_again_is_as_if_undisturbed(
    lines: Path, tmp_path: Path
) -> None:
    questions = ["ship 1711", "pier 2 crates 13", "Which ships left pier 1?"]
    seconds = undisturbed(lines, tmp_path / "whole")
    rows, said = content(tmp_path / "whole"), answers(tmp_path / "whole", questions)
    for moment in moments(KILLS, seconds, seed=1):
        archive = tmp_path / f"{moment}"
        killed(lines, archive, moment)
        undisturbed(lines, archive)
        assert content(archive) == rows, f"killed after {moment} s"
        assert answers(archive, questions) == said, f"killed after {moment} s"
