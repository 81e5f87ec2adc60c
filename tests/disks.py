"""A small disk of a test's own, to be filled up; only the superuser may have one."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

MIB = 1 << 20


@contextmanager
def small_disk(folder: Path, size: int) -> Iterator[Path]:
    """`folder` becomes a disk of so many bytes. Skips the test where that may not be."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    try:
        made = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        made = False
    if not made:
        pytest.skip("no disk can be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)  # noqa: S607 (it is the system's)


def remounted(disk: Path, option: str) -> None:
    """`ro` or `rw`."""
    subprocess.run(["mount", "-o", f"remount,{option}", str(disk)], check=True)  # noqa: S607 (likewise)


@contextmanager
def no_room_on(disk: Path, *, left: int = 0) -> Iterator[None]:
    """Inside, there are at most `left` bytes free."""
    filling, spared = disk / "filling", disk / "spared"
    spared.write_bytes(bytes(left))
    with filling.open("wb", buffering=0) as out:
        try:
            for size in (1 << 16, 1 << 9):
                while os.statvfs(disk).f_bavail and out.write(bytes(size)) == size:
                    pass
        except OSError:
            pass
    spared.unlink()
    try:
        yield
    finally:
        filling.unlink()
