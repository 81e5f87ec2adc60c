"""Prints the example of a settings file.

python deploy/settings.py > deploy/settings.example.toml
"""

import json
import sys
import textwrap
from dataclasses import fields
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from bot.setting_list import SETTINGS, Settings

WIDTH = 96
HEAD = """\
Settings of Backissue: all there are, each as it is when nothing is set, or with an example.
Lies in the user's configuration folder as config.toml, or where BACKISSUE_CONFIG points.
The environment counts before this file: there `engine` is BACKISSUE_ENGINE, and the members of a
list stand between commas.
"""


def example() -> str:
    """The whole file, every setting commented out."""
    defaults = {one.name: one.default for one in fields(Settings)}
    parts = ["".join(f"# {line}\n" for line in HEAD.splitlines())]
    for name, about in SETTINGS.items():
        shown = defaults[name] if about.example is None else about.example
        says = "".join(f"# {line}\n" for line in textwrap.wrap(about.says, WIDTH))
        parts.append(f"{says}# {name} = {_in_toml(shown)}\n")
    return "\n".join(parts)


def _in_toml(value: object) -> str:
    """JSON's texts, numbers, switches and lists are TOML's."""
    return json.dumps(value if isinstance(value, bool | int | list) else str(value))


if __name__ == "__main__":
    sys.stdout.write(example())
