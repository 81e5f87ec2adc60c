"""The keeper's own files about outlets."""

from pathlib import Path

import pytest

from corpus.errors import OutletFileError
from corpus.outlets import outlet_of
from corpus.outlets.files import read_outlet

WHOLE = """
name = "Harbour Post"
sites = ["https://www.harbour-post.example/", "hp.example/en"]
zone = "Europe/Riga"
language = "lv"
id_pattern = '-(\\d+)$'
stamp = "//*[@class='date']"
feeds = "https://harbour-post.example/rss"
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Beside settings that need not be there."""
    monkeypatch.setenv("BACKISSUE_CONFIG", str(tmp_path / "config.toml"))
    (tmp_path / "outlets").mkdir()
    return tmp_path / "outlets"


def test_a_file_of_his_own_tells_of_an_outlet(folder: Path) -> None:
    file = folder / "harbour.toml"
    file.write_text(WHOLE, "utf-8")
    outlet = outlet_of("https://harbour-post.example/news/ferry-12")
    assert outlet is not None
    assert (outlet.name, str(outlet.zone), outlet.file) == (
        "Harbour Post",
        "Europe/Riga",
        str(file),
    )
    assert outlet.article_key("https://hp.example/en/ferry-12") == "harbour-post.example:12"
    assert outlet.feeds == ("https://harbour-post.example/rss",)
    assert outlet_of("https://hp.example/lt/ferry-12") is None


def test_what_it_leaves_open_stands_in_ours(folder: Path) -> None:
    (folder / "mine.toml").write_text('name = "The Radio"\nsites = ["lrt.lt/en"]', "utf-8")
    outlet = outlet_of("https://www.lrt.lt/en/news-in-english/19/1330000/a")
    assert outlet is not None
    assert (outlet.name, str(outlet.zone)) == ("The Radio", "Europe/Vilnius")
    other = outlet_of("https://www.lrt.lt/naujienos/19/1330000/a")
    assert other is not None
    assert other.name == "LRT"


def test_a_feed_tells_the_site_where_nothing_else_does() -> None:
    outlet = read_outlet('feeds = ["https://www.harbour-post.example/rss"]', "a.toml")
    assert outlet.sites == ("harbour-post.example",)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name = ", "no TOML"),
        ("nmae = 'x'", "did you mean name?"),
        ("colour = 'x'", "there is no field called colour"),
        ("name = 5", "name: "),
        ("name = ''", "name: "),
        ("zone = 'Vilnius'", "'Vilnius' is no zone"),
        ("zone = '../../etc'", "is no zone"),
        ("sites = ['::']", "is no address"),
        ("sites = [['a']]", "sites: "),
        ("language = 'Lithuanian'", "two letters"),
        ("id_pattern = '('", "no regular expression"),
        ("id_pattern = 'a'", "needs one group"),
        ("stamp = '//['", "no XPath"),
        ("feeds = ['/rss']", "no whole address"),
    ],
)
def test_a_broken_file_is_one_clear_line(text: str, told: str) -> None:
    with pytest.raises(OutletFileError) as caught:
        read_outlet(text, "mine.toml")
    assert str(caught.value).startswith("mine.toml")
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("data", [b"\xff\xfe", b"#" * 200_000])
def test_a_file_that_is_no_text_or_too_large_is_named(folder: Path, data: bytes) -> None:
    (folder / "mine.toml").write_bytes(data)
    with pytest.raises(OutletFileError, match=r"mine\.toml"):
        outlet_of("https://harbour-post.example/a")


def test_a_folder_in_place_of_a_file_is_named(folder: Path) -> None:
    (folder / "mine.toml").mkdir()
    with pytest.raises(OutletFileError, match=r"mine\.toml"):
        outlet_of("https://harbour-post.example/a")
