"""A folder with saved pages: which of its files are pages, and which are only parts of some."""

import re
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from stat import S_ISREG

from corpus.readers.compressed import without_compression
from corpus.readers.reading import PassedOver

PAGES = (".html", ".htm", ".xhtml", ".shtml")
# What the folder beside a page is called that holds what the page shows, in browsers' languages.
# Source: Microsoft, "Connected Files", Windows Shell documentation.
CONNECTED = re.compile(
    r"(?:[._-]files|_(?:fichiers|bestanden|file|archivos|tiedostot|pliki|soubory|elemei|ficheiros"
    r"|arquivos|dosyalar|datoteke|fitxers|failid|fails|bylos|fajlovi|fitxategiak|failai)"
    r"|-(?:dateien|filer))$",
    re.I,
)
# Files of a site that are no articles, although their names end as an article's may.
APART = frozenset(
    """
    ads.txt app-ads.txt browserconfig.xml cookies.txt crossdomain.xml hts-log.txt humans.txt
    llms.txt opensearch.xml robots.txt security.txt
    """.split()
)
MEDIA = frozenset(
    """
    .avif .bmp .css .cur .eot .gif .ico .jpeg .jpg .js .json .m4a .map .mjs .mp3 .mp4 .ogg .otf
    .pdf .png .svg .swf .tif .tiff .ttf .wav .webm .webmanifest .webp .woff .woff2
    """.split()
)
LOOKS_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<!--[^>]{0,1000}-->\s*)*<(?:!doctype\s+html|html)\b", re.I
)
PART = "only a part of a page"
LOOKED_AT = 1 << 12  # bytes of a file whose name tells nothing


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page among others in a folder: nobody misses it, where it is no article."""

    path: Path


def sorted_out(
    files: Sequence[Path], is_readable: Callable[[Path], bool]
) -> Iterator[Path | SavedPage | PassedOver]:
    """The files of a folder as they are to be read, in their order.

    `is_readable` tells whether a file's name is that of a format. Where there are no pages, all
    is left as it is.
    """
    pages = {file for file in files if _is_page(file, is_readable)}
    shown_on_one = cache(partial(_is_connected, pages))
    for file in files:
        is_part = file.name.lower() in APART or not is_readable(file)
        if pages and (shown_on_one(file.parent) or (is_part and file not in pages)):
            yield PassedOver(str(file), None, PART)
        elif file in pages:
            yield SavedPage(file)
        else:
            yield file


def _is_page(file: Path, is_readable: Callable[[Path], bool]) -> bool:
    """By its name, else by its beginning: wget keeps the names `story` and `story.php?id=3`."""
    if without_compression(file.name.lower()).endswith(PAGES):
        return True
    if is_readable(file) or file.suffix.lower() in MEDIA:
        return False
    try:
        if not S_ISREG(file.stat().st_mode):
            return False
        with file.open("rb") as opened:
            return LOOKS_HTML.match(opened.read(LOOKED_AT)) is not None
    except OSError:
        return False


def _is_connected(pages: Container[Path], folder: Path) -> bool:
    """Whether a folder, or one around it, holds what a page beside it shows."""
    for place in (folder, *folder.parents):
        stem = CONNECTED.sub("", place.name)
        if stem != place.name and any(place.with_name(stem + end) in pages for end in PAGES[:2]):
            return True
    return False
