"""Text for a console: arguments and file names, which the system hands over as bytes."""

import os
from pathlib import Path


def as_text(given: str | Path) -> str:
    """The bytes read as UTF-8, whatever the locale; what is not UTF-8 becomes U+FFFD."""
    return os.fsencode(given).decode("utf-8", errors="replace")


def on_one_line(text: str) -> str:
    """With U+FFFD for what would break a line or steer a terminal."""
    return "".join(char if char.isprintable() else "\ufffd" for char in text)
