import pytest

from corpus.addresses import spellings


@pytest.mark.parametrize(
    "written",
    [
        "https://www.news.example.org/2021/bridge/",
        "http://news.example.org/2021/bridge",
        "www.news.example.org/2021/bridge",
        "https://NEWS.example.org/2021/bridge?utm_source=chat#top",
        "https://news.example.org/2021/bridge).",
    ],
)
def test_a_page_is_found_however_its_address_is_written(written: str) -> None:
    for kept in ("https://www.news.example.org/2021/bridge/", "news.example.org/2021/bridge"):
        assert kept in spellings(written)


def test_an_address_whose_query_names_the_page_is_tried_with_it_first() -> None:
    tried = spellings("https://news.example.org/show?id=7")
    assert tried[0] == "https://news.example.org/show?id=7"
    assert "http://www.news.example.org/show?id=7" in tried
    assert tried.index("http://www.news.example.org/show?id=7") < tried.index(
        "https://news.example.org/show"
    )


def test_what_is_no_address_is_tried_as_it_is() -> None:
    assert spellings("http://[broken") == ("http://[broken",)
