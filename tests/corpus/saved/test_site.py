"""A folder with saved pages: pages are read, parts of them passed over."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from corpus.files import find_files, read_files
from corpus.readers import Defaults, Finished, Rejected
from corpus.readers.reading import PassedOver

TEXT = (
    "The ferry left Rudna at nine in the morning with forty people on board, and nobody saw it"
    " come back before the evening, although the council had promised a second ferry."
)


def page(title: str, head: str = "") -> str:
    paragraphs = "".join(f"<p>{number}. {TEXT}</p>" for number in range(6))
    return (
        f'<!DOCTYPE html>{head}<html lang="en"><head><title>{title}</title><script type='
        '"application/ld+json">{"@type": "NewsArticle", "headline": "%s", "datePublished":'
        ' "2024-06-22T18:30:00+03:00", "publisher": {"name": "Nemunas Herald"}}</script></head>'
        "<body><article><h1>%s</h1>%s</article></body></html>"
    ) % (title, title, paragraphs)


LIST = "<!DOCTYPE html><html><title>News</title><body><ul>" + "<li><a href=/a>News</a></li>" * 40


def saved(folder: Path, files: Mapping[str, str]) -> None:
    for name, content in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")


def read(folder: Path) -> list[Finished | Rejected]:
    return list(read_files(find_files([folder]).found, Defaults()))


def titles(items: list[Finished | Rejected]) -> list[str]:
    return [item.article.title for item in items if isinstance(item, Finished)]


def test_pages_are_read_and_their_parts_passed_over(tmp_path: Path) -> None:
    saved(
        tmp_path,
        {
            "Ferry leaves.html": page("Ferry leaves"),
            "Ferry leaves_files/frame.html": page("An advertisement"),
            "Ferry leaves_files/style.css": "p {}",
            "Ferry leaves_files/image": "GIF89a",
            "Ferry comes.htm": page("Ferry comes"),
            "Ferry comes-Dateien/ad.html": page("Eine Werbung"),
            "logo.png": "PNG",
            "robots.txt": "User-agent: *",
        },
    )
    items = read(tmp_path)
    assert titles(items) == ["Ferry comes", "Ferry leaves"]
    others = [item for item in items if isinstance(item, Rejected)]
    assert len(others) == 6
    assert all(isinstance(item, PassedOver) for item in others)


def test_a_page_that_is_no_article_is_passed_over_with_its_reason(tmp_path: Path) -> None:
    saved(tmp_path, {"a.html": page("Ferry leaves"), "index.html": LIST})
    passed = [item for item in read(tmp_path) if isinstance(item, PassedOver)]
    assert [item.name for item in passed] == [str(tmp_path / "index.html")]
    assert passed[0].reason


def test_who_names_such_a_page_himself_is_told(tmp_path: Path) -> None:
    saved(tmp_path, {"index.html": LIST})
    (item,) = read_files([tmp_path / "index.html"], Defaults())
    assert isinstance(item, Rejected)
    assert not isinstance(item, PassedOver)


def test_a_mirror_gives_addresses_by_its_folders_and_pages_without_an_ending(
    tmp_path: Path,
) -> None:
    saved(
        tmp_path,
        {
            "news.example.org/2024/ferry.html": page("Ferry leaves"),
            "news.example.org/2024/bridge": page("Bridge opens"),
            "news.example.org/story.php?id=3": page("Mayor speaks"),
            "news.example.org/2024/data": "no page at all",
        },
    )
    items = read(tmp_path)
    found = {item.article.title: item.article.url for item in items if isinstance(item, Finished)}
    assert found == {
        "Ferry leaves": "https://news.example.org/2024/ferry.html",
        "Bridge opens": "https://news.example.org/2024/bridge",
        "Mayor speaks": "https://news.example.org/story.php?id=3",
    }


def test_beside_pages_articles_in_other_forms_are_read(tmp_path: Path) -> None:
    line = '{"title": "Old ferry", "text": "It sailed.", "published": "2020-01-01"}'
    saved(tmp_path, {"a.html": page("Ferry leaves"), "old.jsonl": line})
    assert titles(read(tmp_path)) == ["Ferry leaves", "Old ferry"]


def test_in_a_folder_without_pages_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    saved(tmp_path, {"picture.png": "PNG", "old.doc": "word"})
    items = read(tmp_path)
    assert len(items) == 2
    assert not any(isinstance(item, PassedOver) for item in items)


@pytest.mark.parametrize("name", ["news-2021", "archive_files_2021", "ferry.old"])
def test_a_folder_that_only_sounds_like_parts_is_read(tmp_path: Path, name: str) -> None:
    saved(tmp_path, {"news.html": page("News"), f"{name}/a.html": page("Ferry leaves")})
    assert "Ferry leaves" in titles(read(tmp_path))
