"""Whose an address is."""

import pytest

from corpus.collect.sites import host_of, is_of, site_of


@pytest.mark.parametrize(
    ("address", "site"),
    [
        ("https://www.courier.lt/politics/1", "courier.lt"),
        ("http://en.courier.lt", "courier.lt"),
        ("https://news.courier.co.uk/x", "courier.co.uk"),
        ("https://courier.co.uk", "courier.co.uk"),
        ("https://žinios.lt/x", "xn--inios-tib.lt"),
        ("http://127.0.0.1:8000/x", "127.0.0.1:8000"),
        ("http://localhost/x", "localhost"),
        ("http://[::1]:8000/x", "::1:8000"),
        ("https://courier.lt:99999/", ""),
        ("https://[courier.lt/", ""),
        ("ftp://courier.lt/", ""),
        ("courier", ""),
        ("https://" + "a" * 70 + "ž.lt/", ""),
    ],
)
def test_the_site_of_an_address_is_what_was_registered(address: str, site: str) -> None:
    assert site_of(address) == site


def test_a_host_is_named_with_its_port() -> None:
    assert host_of("HTTPS://WWW.Courier.LT:8443/x") == "www.courier.lt:8443"


@pytest.mark.parametrize(
    ("address", "is_ours"),
    [
        ("https://www.lrt.lt/en/news/19/1", True),
        ("https://www.lrt.lt/en", True),
        ("https://www.lrt.lt/english/1", False),
        ("https://www.lrt.lt/naujienos/19/1", False),
        ("https://rus.courier.lt/1", True),
        ("https://news.err.ee/1", True),
        ("https://rus.err.ee/1", False),
        ("https://courier.lt.example/1", False),
    ],
)
def test_a_site_may_be_a_part_of_one(address: str, is_ours: bool) -> None:
    assert is_of(address, ("lrt.lt/en", "courier.lt", "news.err.ee")) is is_ours
