"""Where a saved page was, told by what saved it."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from corpus.readers.saved.page import Saved, saved_from

AT = datetime(2024, 6, 22, 16, tzinfo=UTC)
PAGE = "https://news.example.org/2024/ferry.html"


@pytest.mark.parametrize(
    ("comment", "at"),
    [
        (f"<!-- saved from url=(0040){PAGE} -->", None),
        (
            f"<!--\n Page saved with SingleFile \n url: {PAGE} \n"
            " saved date: Sat Jun 22 2024 19:00:00 GMT+0300 (Eastern European Summer Time)\n-->",
            AT,
        ),
        (
            "<!-- Mirrored from news.example.org/2024/ferry.html by HTTrack Website Copier/3.x "
            "[XR&CO'2014], Sat, 22 Jun 2024 16:00:00 GMT -->",
            AT,
        ),
        (f"<!-- Saved from {PAGE} at 2024-06-22T16:00:00Z using monolith v2.8.1 -->", AT),
    ],
)
def test_a_page_says_by_a_comment_where_it_was_and_when(comment: str, at: datetime | None) -> None:
    body = f"<!DOCTYPE html>\n<html>{comment}<head><title>Ferry</title>".encode()
    assert saved_from(body, "downloads/Ferry.html") == Saved(PAGE, at)


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("mirror/news.example.org/2024/ferry.html", PAGE),
        ("/home/jo/news.example.org/index.html", "https://news.example.org/"),
        ("news.example.org/ferry/index.html", "https://news.example.org/ferry/"),
        ("News.Example.ORG/ferry.php?id=3", "https://news.example.org/ferry.php?id=3"),
        ("news.example.org/a b#c.html", "https://news.example.org/a%20b%23c.html"),
        ("downloads/Ferry.html", None),
        ("site.old/Ferry.html", None),
        ("Ferry_files/saved.html", None),
        ("v1.2/Ferry.html", None),
        ("", None),
    ],
)
def test_a_mirrors_folders_tell_the_address(name: str, address: str | None) -> None:
    assert saved_from(b"<html>", name) == Saved(address)


def test_a_comment_far_down_a_page_is_no_mark() -> None:
    body = b"<html>" + b"x" * 50_000 + f"<!-- saved from url=(0040){PAGE} -->".encode()
    assert saved_from(body, "Ferry.html") == Saved()


def test_a_date_that_is_none_leaves_the_address() -> None:
    mark = "<!-- Mirrored from news.example.org/ by HTTrack/3, the day before yesterday -->"
    assert saved_from(mark.encode(), "a.html") == Saved("https://news.example.org/")


def test_a_zone_other_than_utc_is_kept() -> None:
    mark = f"<!-- Saved from {PAGE} at 2024-06-22T19:00:00+03:00 using monolith -->"
    at = saved_from(mark.encode(), "a.html").at
    assert at == AT
    assert at.tzinfo == timezone(timedelta(hours=3))
