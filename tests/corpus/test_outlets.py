"""Outlets by their addresses."""

import pytest

from corpus.outlets import Outlet, known_outlets, outlet_of


@pytest.mark.parametrize(
    ("address", "name", "key"),
    [
        ("https://www.lrt.lt/en/news-in-english/19/1330000/a", "LRT English", "lrt.lt:1330000"),
        ("http://lrt.lt/en/news-in-english/19/1330000/b", "LRT English", "lrt.lt:1330000"),
        ("https://www.lrt.lt/naujienos/sportas/10/2235273/naktis", "LRT", "lrt.lt:2235273"),
        ("https://news.err.ee/1609300000/a-night", "ERR News", "news.err.ee:1609300000"),
        ("https://www.lrt.lt/en/news-in-english", "LRT English", None),
    ],
)  # fmt: skip
def test_an_address_tells_the_outlet_and_its_number_of_the_article(
    address: str, name: str, key: str | None
) -> None:
    outlet = outlet_of(address)
    assert outlet is not None
    assert (outlet.name, outlet.article_key(address)) == (name, key)


@pytest.mark.parametrize(
    "address", [None, "", "lrt.lt.example/en/x", "https://notlrt.lt/en/", "::"]
)
def test_other_addresses_tell_none(address: str | None) -> None:
    assert outlet_of(address) is None


def test_what_is_told_of_an_outlet_comes_before_what_is_known() -> None:
    known = outlet_of("https://www.lrt.lt/en/news-in-english/19/1330000/a")
    assert known is not None
    told = Outlet(name="The Radio").over(known)
    assert (told.name, told.zone) == ("The Radio", known.zone)


def test_nothing_of_an_outlet_need_be_known() -> None:
    assert Outlet().article_key("https://harbour-post.example/1") is None
    assert all(outlet.sites for outlet in known_outlets())
