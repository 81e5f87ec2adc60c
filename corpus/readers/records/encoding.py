"""In what encoding a file of JSON is written: others than UTF-8 are named, not read."""

import json

from corpus.errors import UnreadableError

BOM = b"\xef\xbb\xbf"
# Marks of byte order, and an object or an array in characters of two bytes or four.
OTHERS = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff", b"{\0", b"[\0", b"\0{", b"\0[")


def check_encoding(start: bytes) -> None:
    """Raises UnreadableError for a file that begins as one in another encoding does."""
    if start.startswith(OTHERS) and b"\0" in start[:4]:
        written = json.detect_encoding(start[:4])
        if written != "utf-8":
            raise UnreadableError(f"{written[:6].upper()}, not UTF-8; save the file as UTF-8")
