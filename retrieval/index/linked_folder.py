"""A folder of links to files that may only be read, for an engine that locks what it reads."""

from pathlib import Path
from tempfile import TemporaryDirectory


class LinkedFolder:
    """`folder` shows the files of `original`, and can be written to; close it."""

    def __init__(self, original: Path) -> None:
        self._original = original.absolute()
        self._temporary = TemporaryDirectory(prefix="backissue-")
        self.folder = Path(self._temporary.name)
        self.renew()

    def renew(self) -> None:
        """Show what came since."""
        for place in self._original.rglob("*"):
            shown = self.folder / place.relative_to(self._original)
            if place.is_dir():
                shown.mkdir(exist_ok=True)
            elif place.suffix != ".lock" and not shown.is_symlink():
                shown.symlink_to(place)

    def close(self) -> None:
        self._temporary.cleanup()
