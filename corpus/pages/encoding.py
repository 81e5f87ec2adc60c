"""The bytes of a page → its text. What says how they are to be read, the surest first: a byte
order mark, the header, the page's own `meta`, a guess. But a Western header comes last: servers
send that with whatever page they were told nothing of.

Source: WHATWG, Encoding, and HTML, determining the character encoding.
"""

import codecs
import re
from collections.abc import Iterator

MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"),
         (codecs.BOM_UTF16_BE, "utf-16-be"))  # fmt: skip
FIRST = 4_096  # bytes in which a page names its encoding
CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
META = re.compile(
    rb"<(?:meta\b[^>]*?charset|\?xml\b[^>]*?encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.I
)
LANGUAGE = re.compile(rb"<html\b[^>]*?\blang\s*=\s*[\"']?([a-z]{2})", re.I)
# What pages mean by names that browsers take for others.
ALIASES = {
    **dict.fromkeys(
        "ascii us-ascii iso-8859-1 iso8859-1 iso_8859-1 latin1 latin-1".split(), "cp1252"
    ),
    **dict.fromkeys("iso-8859-9 iso8859-9 latin5".split(), "cp1254"),
    **dict.fromkeys("gb2312 gbk x-gbk".split(), "gb18030"),
    "tis-620": "cp874",
    "utf8": "utf-8",
    "utf-16": "utf-16-le",
    "unicode": "utf-16-le",
    "x-sjis": "shift_jis",
    "ks_c_5601-1987": "euc_kr",
}
# Nothing else that Python can decode is an encoding of pages; `utf-7` and its like are traps.
KNOWN = re.compile(
    r"utf-8|utf-16-?[lb]e|(?:windows-|cp)(?:125\d|874|866)|iso-?8859-\d{1,2}|koi8-[ru]|mac-?\w+"
    r"|macintosh|ibm866|big5(?:-?hkscs)?|gb18030|euc[-_](?:jp|kr)|shift[-_]jis|cp949",
    re.I,
)
# Of pages that name none and are not UTF-8, by their language; the same as browsers take.
BY_LANGUAGE = {
    **dict.fromkeys("et lt lv".split(), "cp1257"),
    **dict.fromkeys("be bg mk ru sr uk".split(), "cp1251"),
    **dict.fromkeys("cs hr hu pl ro sk sl".split(), "cp1250"),
    "ar": "cp1256", "el": "cp1253", "fa": "cp1256", "he": "cp1255", "ja": "shift_jis",
    "ko": "euc_kr", "th": "cp874", "tr": "cp1254", "vi": "cp1258", "zh": "gb18030",
}  # fmt: skip
WESTERN, BALTIC = "cp1252", "cp1257"
# Š and ž, which in Western pages would be the letters ð and þ, of Icelandic alone.
BALTIC_LETTERS = re.compile(rb"[A-Za-z][\xf0\xfe]|[\xd0\xde][a-z]")
ICELANDIC = "is"
REPLACED = "\ufffd"


def decoded(body: bytes, content_type: str | None = None) -> str:
    """The text of a page; what no encoding explains becomes U+FFFD.

    Valid UTF-8 is UTF-8 whatever a single-byte name says: no other text is so by chance.
    """
    for mark, encoding in MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace")
    names = list(_named(body, content_type))
    if (text := _as_utf8(body)) is not None and not _is_wide(names):
        return text
    if names and names[0] == WESTERN:
        names = [*names[1:], _guess(body), WESTERN]
    for name in names:
        try:
            return body.decode(name)
        except UnicodeDecodeError:
            continue
    best = next((name for name in names if name != "utf-8"), None)
    return body.decode(best or _guess(body), "replace")


def _named(body: bytes, content_type: str | None) -> Iterator[str]:
    """The encodings that the header and the page name, of those that a page can have.

    In two bytes a character, tags have NUL bytes.
    """
    header = CHARSET.search(content_type or "")
    meta = META.search(body, 0, FIRST)
    for name in (header and header[1], meta and meta[1].decode("ascii", "ignore")):
        plain = (name or "").lower()
        plain = ALIASES.get(plain, plain)
        if KNOWN.fullmatch(plain) and (b"\0" in body or not plain.startswith("utf-16")):
            try:
                yield codecs.lookup(plain).name
            except LookupError:
                continue


def _is_wide(names: list[str]) -> bool:
    return bool(names) and names[0].startswith("utf-16")


def _as_utf8(body: bytes) -> str | None:
    """The text, where it is UTF-8 but for a few broken characters."""
    text = body.decode("utf-8", "replace")
    if REPLACED not in text:
        return text
    broken = text.count(REPLACED)
    sound = len(re.findall(r"[^\x00-\x7f]", text)) - broken
    return text if sound > 10 * broken else None


def _guess(body: bytes) -> str:
    found = LANGUAGE.search(body, 0, FIRST)
    language = found[1].decode("ascii").lower() if found else ""
    western = BALTIC if language != ICELANDIC and BALTIC_LETTERS.search(body) else WESTERN
    return BY_LANGUAGE.get(language, western)
