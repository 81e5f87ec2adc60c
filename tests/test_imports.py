import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def test_imports_run_from_bot_to_retrieval_to_corpus_only() -> None:
    script = Path(sys.executable).with_name("lint-imports")
    checked = subprocess.run(
        [script, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout


def test_only_the_bot_knows_telegram_and_the_terminal() -> None:
    for package in ("corpus", "retrieval"):
        for file in (ROOT / package).rglob("*.py"):
            for line in file.read_text("utf-8").splitlines():
                words = line.split()
                if words and words[0] in {"import", "from"}:
                    assert words[1].split(".")[0] not in {"telegram", "typer", "rich"}, file


def third_party_imports(folder: str) -> Iterator[str]:
    """The names of packages that are neither Python's nor this project's own."""
    own = {"bot", "retrieval", "corpus", "tests", *sys.stdlib_module_names}
    own.add("_typeshed")  # the type checker's own, imported at no other time
    for file in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            yield from {name.partition(".")[0] for name in names} - own


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def declared(*extras: str) -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [project["dependencies"]]
    wanted += [project["optional-dependencies"][extra] for extra in extras]
    return {normal(re.split(r"[<>=;\[ ]", line)[0]) for lines in wanted for line in lines}


@pytest.mark.parametrize(
    ("folder", "extras"),
    [
        ("bot", ["metrics"]),
        ("retrieval", ["evaluate", "opensearch"]),
        ("corpus", []),
        ("tests", ["test", "bench", "mutation"]),
    ],
)
def test_what_is_imported_is_declared(folder: str, extras: list[str]) -> None:
    known = packages_distributions()
    imported = {name: known.get(name, [name]) for name in third_party_imports(folder)}
    assert imported
    for name, distributions in imported.items():
        assert declared(*extras) & {normal(one) for one in distributions}, name
