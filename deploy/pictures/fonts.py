"""Make the fonts that pictures are drawn with, and the widths of their characters.

    python deploy/pictures/fonts.py NOTO_FOLDER     (needs fonttools)

NOTO_FOLDER holds NotoSans-Regular.ttf and so on, as Debian's fonts-noto-core installs them in
/usr/share/fonts/truetype/noto. What is kept: Latin with its extensions, Greek, Cyrillic, Hebrew,
Arabic, and the signs of newspapers. `advances.json` has each character's width in thousandths of
the size, by weight, so that lines can be broken without a library that reads fonts.
"""

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

TO = Path(__file__).parents[2] / "bot" / "render" / "timeline" / "fonts"
SIGNS = [*range(0x2010, 0x2028), 0x202B, 0x202C, *range(0x2030, 0x205F), *range(0x20A0, 0x20C0)]
SIGNS += [0x2116, 0x2122, 0x2212, 0xFFFD]
LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x250), *range(0x300, 0x330), *range(0x1E00, 0x1F00)]
EUROPE = [*LATIN, *range(0x370, 0x400), *range(0x400, 0x530), *SIGNS]
HEBREW = [*range(0x590, 0x600), *range(0xFB1D, 0xFB50)]
ARABIC = range(0x600, 0x700)
# One file has all, as resvg looks for no other font where a text has marks of direction.
FONTS = {
    "regular": {
        "NotoSans-Regular": EUROPE,
        "NotoSansHebrew-Regular": HEBREW,
        "NotoSansArabic-Regular": ARABIC,
    },
    "bold": {"NotoSans-Bold": EUROPE},
}


def cut(source: Path, characters: list[int], to: Path) -> None:
    """Write a font with some of its characters only."""
    font = TTFont(source)
    subsetter = Subsetter(Options(hinting=False, name_IDs=["*"], notdef_outline=True))
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    font.save(to)


def main() -> None:
    source, advances = Path(sys.argv[1]), {}
    for weight, parts in FONTS.items():
        to = TO / f"NotoSans-{weight}.ttf"
        with TemporaryDirectory() as folder:
            cut_ones = [Path(folder) / f"{name}.ttf" for name in parts]
            for part, (name, characters) in zip(cut_ones, parts.items(), strict=True):
                cut(source / f"{name}.ttf", characters, part)
            font = (
                Merger().merge([str(part) for part in cut_ones])
                if len(cut_ones) > 1
                else TTFont(cut_ones[0])
            )
            font.save(to)
        units = font["head"].unitsPerEm
        advances[weight] = {
            chr(code): round(font["hmtx"][glyph][0] * 1000 / units)
            for code, glyph in sorted(font.getBestCmap().items())
        }
    text = json.dumps(advances, ensure_ascii=True, separators=(",", ":"))
    (TO / "advances.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
