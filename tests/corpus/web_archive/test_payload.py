"""The body of an answer, out of whatever it was packed in."""

import gzip
import re
import zlib
from io import BytesIO

import pytest
from fastwarc.stream_io import BrotliWriter, ZstdWriter

from corpus.errors import UnreadableError
from corpus.readers.web_archive.payload import LARGEST, shown

PAGE = b"<!doctype html>\n<p>The ferry left at nine.</p>\r\n" * 40


def chunked(body: bytes, size: int = 100) -> bytes:
    chunks = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(one), one) for one in chunks) + b"0\r\n\r\n"


def bare_deflate(body: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(body) + packer.flush()


def written(kind: type[BrotliWriter] | type[ZstdWriter], body: bytes) -> bytes:
    file = BytesIO()
    with kind(file) as writer:
        for at in range(0, len(body), 1 << 20):  # a writer takes only so much at once
            writer.write(body[at : at + (1 << 20)])
    return file.getvalue()


PACKED = {
    "gzip": gzip.compress(PAGE),
    "x-gzip": gzip.compress(PAGE),
    "deflate": zlib.compress(PAGE),
    " Deflate": bare_deflate(PAGE),
    "br": written(BrotliWriter, PAGE),
    "zstd": written(ZstdWriter, PAGE),
    "identity": PAGE,
    "gzip, br": written(BrotliWriter, gzip.compress(PAGE)),
    "": PAGE,
}


@pytest.mark.parametrize("encoding", PACKED)
def test_a_body_is_shown_as_it_was(encoding: str) -> None:
    assert shown(PACKED[encoding], (), (encoding,)) == PAGE
    assert shown(chunked(PACKED[encoding]), ("chunked",), (encoding,)) == PAGE


@pytest.mark.parametrize("encoding", [name for name in PACKED if "," not in name])
def test_a_header_of_an_encoding_that_was_taken_off_changes_nothing(encoding: str) -> None:
    assert shown(PAGE, (), (encoding,)) == PAGE
    assert shown(PAGE, ("chunked",), (encoding,)) == PAGE


def test_gzip_of_several_members_is_shown_whole() -> None:
    assert shown(gzip.compress(PAGE) + gzip.compress(PAGE) + bytes(8), (), ("gzip",)) == PAGE * 2


def test_gzip_that_no_header_names_is_unpacked() -> None:
    assert shown(gzip.compress(PAGE), (), ()) == PAGE


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "zstd"])
def test_a_body_that_is_cut_off_is_not_shown(encoding: str) -> None:
    for end in (-1, -5, len(PACKED[encoding]) // 2, 5):
        with pytest.raises(UnreadableError):
            shown(PACKED[encoding][:end], (), (encoding,))


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_a_bit_that_flipped_shows_nothing_else(encoding: str) -> None:
    for bit in range(len(PACKED[encoding]) * 8):
        damaged = bytearray(PACKED[encoding])
        damaged[bit // 8] ^= 1 << bit % 8
        try:
            body = shown(bytes(damaged), (), (encoding,))
        except UnreadableError:
            continue
        assert body in {PAGE, bytes(damaged)}  # the latter no page: its first bytes are damaged


def test_chunks_that_do_not_end_are_told() -> None:
    with pytest.raises(UnreadableError, match="cut off"):
        shown(chunked(PAGE)[:-30], ("chunked",), ())
    with pytest.raises(UnreadableError, match="damaged"):
        shown(chunked(PAGE).replace(b"\r\n64", b"\r\n#", 1), ("chunked",), ())


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzip.compress(bytes(LARGEST + 1))),
        ("deflate", zlib.compress(bytes(LARGEST + 1))),
        ("br", written(BrotliWriter, bytes(LARGEST + 1))),
        ("zstd", written(ZstdWriter, bytes(LARGEST + 1))),
        ("identity", b"<p>" + bytes(LARGEST)),
    ],
)
def test_a_body_too_large_is_told(encoding: str, body: bytes) -> None:
    with pytest.raises(UnreadableError, match=re.escape(f"than {LARGEST:,} bytes")):
        shown(body, (), (encoding,))


def test_an_encoding_nobody_knows_is_named() -> None:
    with pytest.raises(UnreadableError, match="compress"):
        shown(PAGE, (), ("compress",))
    with pytest.raises(UnreadableError, match="too many"):
        shown(PAGE, (), ("gzip, " * 5,))
