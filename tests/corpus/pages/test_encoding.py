"""The surest of what names an encoding is believed; what lies is found out."""

import pytest

from corpus.pages.encoding import decoded

TEXT = "Ąžuolas – „ŠĖTA“"


def test_a_byte_order_mark_comes_before_all_else() -> None:
    body = b"\xff\xfe" + TEXT.encode("utf-16-le")
    assert decoded(body, "text/html; charset=windows-1257") == TEXT


def test_the_header_comes_before_the_pages_own_word() -> None:
    body = b"<meta charset='windows-1252'>" + TEXT.encode("cp1257")
    assert decoded(body, "text/html; charset=windows-1257").endswith(TEXT)


@pytest.mark.parametrize(
    "meta",
    [
        b"<meta charset=windows-1257>",
        b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1257">',
        b'<?xml version="1.0" encoding="windows-1257"?>',
    ],
)
def test_a_page_names_its_encoding(meta: bytes) -> None:
    assert decoded(meta + TEXT.encode("cp1257")).endswith(TEXT)


def test_utf_8_is_utf_8_whatever_a_page_says() -> None:
    assert decoded(b"<meta charset=iso-8859-1>" + TEXT.encode()).endswith(TEXT)
    assert decoded(TEXT.encode(), "text/html; charset=latin1") == TEXT


def test_what_claims_to_be_utf_8_and_is_not_is_read_as_the_next_best() -> None:
    body = b"<meta charset=windows-1257>" + TEXT.encode("cp1257")
    assert decoded(body, "text/html; charset=utf-8").endswith(TEXT)


@pytest.mark.parametrize("own", [b"<meta charset=windows-1257>", b"<html lang=lt>"])
def test_what_servers_say_of_any_page_gives_way_to_what_the_page_tells(own: bytes) -> None:
    body = own + TEXT.encode("cp1257")
    assert decoded(body, "text/html; charset=iso-8859-1").endswith(TEXT)


def test_a_western_page_is_one_that_its_server_calls_so() -> None:
    body = b"<meta charset=utf-8><html lang=en>" + "“naïve”".encode("cp1252")
    assert decoded(body, "text/html; charset=iso-8859-1").endswith("“naïve”")


@pytest.mark.parametrize("encoding", ["utf-8", "cp1257"])
def test_a_page_without_nul_bytes_has_no_two_bytes_a_character(encoding: str) -> None:
    body = b"<html lang=lt><meta charset=unicode>" + TEXT.encode(encoding)
    assert decoded(body).endswith(TEXT)
    assert decoded(body, "text/html; charset=utf-16").endswith(TEXT)


def test_one_broken_character_does_not_change_the_encoding() -> None:
    body = TEXT.encode() * 3 + b"\xc4"
    assert decoded(body, "text/html; charset=utf-8") == TEXT * 3 + "\ufffd"


def test_a_page_that_names_none_is_guessed_by_its_language() -> None:
    assert decoded(b"<html lang=lt>" + TEXT.encode("cp1257")).endswith(TEXT)
    assert decoded("naïve".encode("cp1252")) == "naïve"


@pytest.mark.parametrize("name", ["utf-7", "unicode_escape", "rot13", "idna", "zlib", "nonsense"])
def test_what_is_no_encoding_of_pages_is_not_used(name: str) -> None:
    assert decoded(b"+ADw-b+AD4- \\u003c", f"text/html; charset={name}") == "+ADw-b+AD4- \\u003c"
