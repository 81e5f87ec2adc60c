"""The command line, called in this process or by a shell; an article to ask about."""

import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.cli.main import main

TEXT = """2021.03.14 17:30

Bridge opens at last in Šilagiris

RBE/RN2021.03.14 17:30

The bridge over the Vilka opened to traffic on Saturday after nine years.

Read more: Nine years of waiting

Mayor Rūta Kalnienė, 58, cut the ribbon.

This story originally appeared on RBE/RN, partners of Nemunas Herald.
"""


SAMPLE_LINE = (
    "No archive yet: this is the bundled sample of invented articles. "
    "Make your own with: backissue import PATH\n"
)


SCRIPT = Path(sys.executable).with_name("backissue")


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Cli:
    """The command line, called in this process."""

    def __init__(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, folder: Path
    ) -> None:
        self._capsys = capsys
        self._monkeypatch = monkeypatch
        self.folder = folder
        self.archive = folder / "archive"

    def __call__(self, *arguments: str | Path, stdin: bytes = b"") -> Ran:
        self._monkeypatch.setattr(sys, "argv", ["backissue", *map(str, arguments)])
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
        with pytest.raises(SystemExit) as left:
            main()
        captured = self._capsys.readouterr()
        assert isinstance(left.value.code, int)
        return Ran(left.value.code, captured.out, captured.err)

    def file(self, name: str, content: str | bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def lines(self, name: str, *values: object) -> Path:
        return self.file(name, "".join(json.dumps(value) + "\n" for value in values))


def one_line(text: str) -> bool:
    return len(text.splitlines()) == 1


def run_in_shell(command: str, **environment: str) -> Ran:
    ran = subprocess.run(
        ["/bin/bash", "-c", command.replace("backissue", str(SCRIPT))],
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )
    return Ran(ran.returncode, ran.stdout.decode("utf-8"), ran.stderr.decode("utf-8", "replace"))
