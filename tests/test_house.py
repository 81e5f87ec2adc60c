"""The house's limits: sizes of files, folders and functions, names of files, no circle."""

import ast
import re
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("bot", "retrieval", "corpus")
LONGEST_FILE = 300  # lines
LARGEST_FOLDER = 12  # Python files
LONGEST_FUNCTION = 50  # lines without its docstring
POSSESSIVE_GROUP = re.compile(r"\)(?:[*+?]|\{[\d,]+\})\+")
HOMELESS = {"utils", "helpers", "common", "base"}
FILES = [
    path for package in (*PACKAGES, "tests") for path in sorted((ROOT / package).rglob("*.py"))
]
SHIPPED = [path for path in FILES if path.relative_to(ROOT).parts[0] in PACKAGES]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_a_file_is_not_too_long_and_is_named_for_what_it_holds(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_FILE
    assert path.stem not in HOMELESS


@pytest.mark.parametrize("folder", sorted({path.parent for path in SHIPPED}), ids=name_of)
def test_a_folder_holds_a_dozen_files_at_most(folder: Path) -> None:
    assert len(list(folder.glob("*.py"))) <= LARGEST_FOLDER
    assert ast.get_docstring(ast.parse((folder / "__init__.py").read_text("utf-8")))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def net_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    first = function.body[0]
    end = function.end_lineno or function.lineno
    documented = ast.get_docstring(function) is not None
    docstring = (first.end_lineno or 0) - first.lineno + 1 if documented else 0
    return end - function.lineno + 1 - docstring


@pytest.mark.parametrize("path", SHIPPED, ids=name_of)
def test_a_function_is_not_too_long(path: Path) -> None:
    assert not [one.name for one in functions(path) if net_lines(one) > LONGEST_FUNCTION]


@pytest.mark.parametrize("path", SHIPPED, ids=name_of)
def test_no_pattern_has_a_possessive_group(path: Path) -> None:
    """Python before 3.11.5 takes it wrongly; an atomic group says the same."""
    assert not POSSESSIVE_GROUP.search(path.read_text("utf-8"))


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imports(path: Path, modules: set[str]) -> Iterator[str]:
    """Modules of this project that a file imports as it is loaded."""
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.Import):
            yield from modules.intersection(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            inside = {f"{node.module}.{alias.name}" for alias in node.names}
            yield from modules & (inside | {node.module})


def test_no_imports_run_in_a_circle() -> None:
    modules = {module_of(path): path for path in SHIPPED}
    graph = {name: set(imports(path, set(modules))) for name, path in modules.items()}
    assert any(graph.values())
    TopologicalSorter(graph).prepare()  # raises CycleError, which names the circle
