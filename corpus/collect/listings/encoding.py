"""Bytes that say of themselves, often wrongly, how they are encoded → text."""

import codecs
import re

BOMS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
TOLD = re.compile(rb"""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']\s*([\w.:-]{1,40})""", re.I)
CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.I)
# What is read under these names; other codecs of Python's are none of texts on the web.
NAMED = re.compile(
    r"(?:iso|windows|cp|ibm|koi8|mac|latin|euc|gb|big5|shift|tis|us-ascii|ascii|utf-?16|kz)[\w-]*",
    re.I,
)
# By these names everybody writes and reads more than they once meant. Source: WHATWG, Encoding.
WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # XML has none of them


def as_text(body: bytes, content_type: str | None = None) -> str:
    """Without the characters that XML forbids.

    What is UTF-8 throughout is that, whatever it says: by chance nothing else is. Else it goes by
    what the text says, then by what the server says, then it is Windows-1252.
    """
    text = _decoded(body, content_type).removeprefix("\ufeff")
    return CONTROLS.sub("", text) if CONTROLS.search(text) else text


def _decoded(body: bytes, content_type: str | None) -> str:
    for mark, name in BOMS.items():
        if body.startswith(mark):
            return body.decode(name, errors="replace")
    if body[:2] in {b"<\0", b"\0<"}:
        return body.decode("utf-16-le" if body[1] == 0 else "utf-16-be", errors="replace")
    in_text, in_header = TOLD.match(body), CHARSET.search(content_type or "")
    told = [
        in_text[1].decode("ascii", errors="replace") if in_text else "",
        in_header[1] if in_header else "",
    ]
    if b"\x1b" not in body:  # encodings that switch by escapes look like ASCII
        told.insert(0, "utf-8")
    for name in filter(None, told):
        try:
            return body.decode(_codec(name))
        except (LookupError, UnicodeDecodeError):
            continue
    return _guessed(body)


def _codec(name: str) -> str:
    """Raises LookupError for what is none of texts on the web."""
    if name.lower() in {"utf-8", "utf8"}:
        return "utf-8"
    if not NAMED.fullmatch(name):
        raise LookupError(name)
    codec = codecs.lookup(name).name
    return WIDER.get(codec, codec)


def _guessed(body: bytes) -> str:
    """UTF-8 where most of what is not ASCII is that, as in a text that is cut off or damaged."""
    text = body.decode("utf-8", errors="replace")
    damaged = text.count("\ufffd")
    whole = sum(char > "\x7f" for char in text) - damaged
    return text if damaged <= whole else body.decode("cp1252", errors="replace")
