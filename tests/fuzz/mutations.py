"""Sound inputs → broken ones, of every kind of damage and malice that is known here."""

import gzip
from collections.abc import Callable, Sequence
from random import Random

MOST = 1 << 17  # bytes of an input: what takes its time by its length alone is no hang
Mutation = Callable[[Random, bytes], bytes]

TAGS = (b"<div>", b"<table><tr><td>", b"<p>", b"<b>", b"<a href='#'>", b"<ul><li>", b"<!--",
        b"<script>", b"<svg>", b"<form>", b"[", b'{"a":', b"<item>", b"<url>", b"<![CDATA[",
        b'"', b"&", b"(")  # fmt: skip
PIECES = (
    b"\x00", b"\r", b"\x0b\x0c\x1c", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xc3",
    b"&#0;", b"&#x110000;", b"&#xD800;", b"&amp;amp;", b"&nosuch;", b"&#8238;", b"&lt;script&gt;",
    "\u202e\u2066\u200b\u2028".encode(), "ｆｕｌｌ 𝔞 é\u0301 ﷽".encode(), b"%s%n{0}", b"'\"><",
    b"9" * 400, b"-1", b"1e999", b"NaN", b"2024-02-30", b"0000-00-00", b"9999-12-31T23:59:59Z",
    b"99999999999999", b"24:61", b"+99:99", b"2024-06-22T18:30:00+24:00", b"22.06.24", b"\n\n\n",
    b"WARC/1.0\r\n", b"Content-Length: 99999999999\r\n", b"Content-Encoding: br\r\n",
    b"HTTP/1.1 200 OK\r\n\r\n", b"\x1f\x8b\x08\x00", b"javascript:alert(1)", b"http://[::1", b"//",
    b"http://" + b"a." * 300, b"data:text/html,x", b"file:///etc/passwd", b"\\", b"\\ud800",
    b"Read more: ", b"Updated 2024.06.22 18:30", b"By By By", b"<base href='//x'>",
    b"<meta charset='utf-7'>", b"<meta charset=utf-16>", b"<?xml version='1.0' encoding='none'?>",
    b"<!DOCTYPE a [<!ENTITY b 'cccc'><!ENTITY d '&b;&b;&b;&b;'>]>&d;",
    b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>&b;",
    b'<script type="application/ld+json">{"@type":"NewsArticle","datePublished":[]}</script>',
    b'<script type="application/ld+json">[[[{"@graph":{"headline":{}}}]]]</script>',
)  # fmt: skip
ENCODINGS = ("utf-16", "utf-16-le", "utf-32", "latin-1", "cp1251", "shift_jis", "utf-7", "cp037")


def _place(random: Random, data: bytes) -> int:
    return random.randint(0, len(data))


def flipped(random: Random, data: bytes) -> bytes:
    broken = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 8, 64)) if data else 0):
        broken[random.randrange(len(broken))] ^= 1 << random.randrange(8)
    return bytes(broken)


def cut(random: Random, data: bytes) -> bytes:
    return data[: _place(random, data)]


def without(random: Random, data: bytes) -> bytes:
    first, second = sorted((_place(random, data), _place(random, data)))
    return data[:first] + data[second:]


def repeated(random: Random, data: bytes) -> bytes:
    """A part again and again."""
    first = _place(random, data)
    part = data[first : first + random.choice((1, 4, 30, 300, 3_000))]
    count = min(random.choice((2, 10, 1_000, 50_000)), MOST // max(1, len(part)))
    return data[:first] + part * count + data[first:]


def nested(random: Random, data: bytes) -> bytes:
    place, tag = _place(random, data), random.choice(TAGS)
    return data[:place] + tag * random.choice((2, 50, 2_000, 60_000)) + data[place:]


def put_in(random: Random, data: bytes) -> bytes:
    for _ in range(random.choice((1, 1, 3, 20))):
        place = _place(random, data)
        data = data[:place] + random.choice(PIECES) + data[place:]
    return data


def put_in_between_quotes(random: Random, data: bytes) -> bytes:
    """A value in the place of another: of an attribute, a field, an element."""
    parts = data.split(random.choice((b'"', b">", b";", b"\n")))
    place = random.randrange(len(parts))
    mark = data[len(b"".join(parts[:1])) :][:1] or b'"'
    parts[place] = random.choice(PIECES) * random.choice((1, 1, 40))
    return mark.join(parts)


def encoded(random: Random, data: bytes) -> bytes:
    text = data.decode("utf-8", "replace")
    return text.encode(random.choice(ENCODINGS), "replace")


def swapped(random: Random, data: bytes) -> bytes:
    """Lines in another order."""
    lines = data.split(b"\n")
    random.shuffle(lines)
    return b"\n".join(lines)


def zipped(random: Random, data: bytes) -> bytes:
    packed = gzip.compress(data, 1)
    return packed[: random.choice((len(packed), len(packed), len(packed) - 5, 20))]


def junk(random: Random, data: bytes) -> bytes:
    return random.randbytes(random.choice((0, 1, 10, 1_000, 20_000)))


MUTATIONS: tuple[Mutation, ...] = (
    flipped, cut, without, repeated, nested, put_in, put_in_between_quotes, encoded, swapped,
    zipped, junk,
)  # fmt: skip
WEIGHTS = (10, 8, 8, 6, 6, 14, 10, 3, 3, 1, 1)


def mutated(random: Random, seeds: Sequence[bytes]) -> bytes:
    """One broken input, of one seed or of two that are spliced."""
    data = random.choice(seeds)
    if random.random() < 0.1:
        other = random.choice(seeds)
        data = data[: _place(random, data)] + other[_place(random, other) :]
    for change in random.choices(MUTATIONS, WEIGHTS, k=random.choice((1, 1, 2, 3))):
        data = change(random, data)[:MOST]
    return data
