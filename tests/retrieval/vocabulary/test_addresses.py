"""An address that is none of an article's is read for its words."""

import pytest

from retrieval.vocabulary.addresses import slug_words


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("https://n.example/2021/03/bridge-at-rudna-reopens-12345", "bridge at rudna reopens"),
        ("https://n.example/world/Rudna_bridge_2021.html?utm_source=x", "Rudna bridge 2021"),
        ("https://n.example/%C5%A1iaur%C4%97s-tiltas-atidarytas", "šiaurės tiltas atidarytas"),
        ("www.n.example/a/bridge-at-rudna#top", "bridge at rudna"),
        ("https://n.example/", ""),
        ("https://t.example/AbCdE", ""),
        ("https://n.example/latest-news", ""),
        ("https://[broken/bridge-at-rudna", ""),
    ],
)
def test_a_slug_gives_its_words(address: str, words: str) -> None:
    assert slug_words(address) == words
