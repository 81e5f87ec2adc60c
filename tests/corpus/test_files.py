"""Files and folders as they lie on disk."""

import gzip
import json
import lzma
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.files import Files, find_files, read_files
from corpus.readers import Defaults, Finished, Rejected
from tests.archives import without_rights
from tests.exports import USUAL, VILNIUS


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in ("b/two.jsonl", "b/one.txt", "a/three.txt", ".hidden/x.txt", ".x.txt", "notes.md"):
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_text(name)
    return tmp_path / "in"


def names(files: Files, below: Path) -> list[str]:
    return [str(file.relative_to(below)) for file in files.found if isinstance(file, Path)]


def test_a_folder_gives_its_files_in_a_fixed_order_without_hidden_ones(tree: Path) -> None:
    expected = ["notes.md", "a/three.txt", "b/one.txt", "b/two.jsonl"]
    assert names(find_files([tree]), tree) == expected


def test_paths_are_read_in_the_order_given_and_a_hidden_file_that_is_named(tree: Path) -> None:
    paths = [tree / "b/two.jsonl", tree / ".x.txt", tree / "b", tree / "gone.txt"]
    expected = ["b/two.jsonl", ".x.txt", "b/one.txt", "b/two.jsonl", "gone.txt"]
    assert names(find_files(paths), tree) == expected


def test_a_folder_behind_several_links_is_read_once(tree: Path) -> None:
    (tree / "a/loop").symlink_to(tree)
    (tree / "c").symlink_to(tree / "b")
    assert len(find_files([tree]).found) == 4


def test_the_bytes_of_an_import_are_those_of_the_files_that_it_reads(tree: Path) -> None:
    found = find_files([tree, tree / "gone.txt"])
    assert found.bytes == len("b/two.jsonl" + "b/one.txt" + "a/three.txt")


def test_an_import_includes_a_file_by_whatever_name(tree: Path) -> None:
    (tree.parent / "linked.txt").symlink_to(tree / "b/one.txt")
    (tree.parent / "other.txt").touch()
    files = find_files([tree])
    for included in ("in/b/one.txt", "linked.txt", "in/notes.md", "in/new.jsonl", "in/b/new.txt"):
        assert files.include(tree.parent / included)
    for other in ("other.txt", "new.jsonl", "in/.new.jsonl", "in/.hidden/new.txt"):
        assert not files.include(tree.parent / other)


def test_a_link_to_a_new_file_among_the_inputs_is_included(tree: Path) -> None:
    (tree.parent / "dangling").symlink_to(tree / "new.jsonl")
    assert find_files([tree]).include(tree.parent / "dangling")


def test_a_folder_that_may_not_be_entered_is_rejected_and_the_rest_read(
    open_folder: Path,
) -> None:
    (open_folder / "closed").mkdir(parents=True)
    (open_folder / "open.txt").touch()
    (open_folder / "closed").chmod(0)
    with without_rights():
        *files, last = find_files([open_folder]).found
    assert files == [open_folder / "open.txt"]
    assert last == Rejected(
        str(open_folder / "closed"), None, "cannot be opened: Permission denied"
    )
    assert list(read_files([last], VILNIUS)) == [last]


@pytest.mark.parametrize("ending", [".txt", ".TXT.GZ", ".txt.xz"])
def test_every_format_may_be_compressed(tmp_path: Path, ending: str) -> None:
    packs: dict[str, Callable[[bytes], bytes]] = {".gz": gzip.compress, ".xz": lzma.compress}
    pack = packs.get(ending[-3:].lower(), bytes)
    file = tmp_path / f"a{ending}"
    file.write_bytes(pack(USUAL.encode()))
    told: list[int] = []
    (item,) = read_files([file], VILNIUS, told.append)
    assert isinstance(item, Finished)
    assert sum(told) == file.stat().st_size


def test_of_an_export_that_is_cut_off_nothing_is_taken(tmp_path: Path) -> None:
    (tmp_path / "a.txt.xz").write_bytes(lzma.compress(USUAL.encode() * 9)[:-20])
    assert list(read_files([tmp_path / "a.txt.xz"], VILNIUS)) == [
        Rejected(str(tmp_path / "a.txt.xz"), None, "cut off; nothing of it was taken")
    ]


def test_a_file_that_is_none_is_rejected_by_name(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    (item,) = read_files([tmp_path / "folder.txt"], VILNIUS)
    assert item == Rejected(str(tmp_path / "folder.txt"), None, "not a file")
    (item,) = read_files([tmp_path / "gone.jsonl"], VILNIUS)
    assert isinstance(item, Rejected)
    assert (item.name, item.line) == (str(tmp_path / "gone.jsonl"), None)
    assert item.reason == "cannot be read: No such file or directory"


def test_rejections_of_several_files_name_each(tmp_path: Path) -> None:
    lines = json.dumps({"published": "soon", "text": "x"}) + "\n"
    for name in ("a.jsonl", "b.jsonl"):
        (tmp_path / name).write_text("\n" + lines)
    items = list(read_files(find_files([tmp_path]).found, Defaults()))
    assert items == [
        Rejected(str(tmp_path / name), 2, "published: not a date: 'soon'")
        for name in ("a.jsonl", "b.jsonl")
    ]
