"""The catalogs hold all that the bot says, and nothing that it does not."""

import ast
import re
import string
from collections.abc import Iterator
from importlib.resources import files
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from bot.render.languages.language import ENGLISH
from bot.render.languages.table import CODES, OWN_NAMES

BOT = Path(__file__).parents[4] / "bot"
ENGLISH_WORDS = BOT / "render" / "english"
NAMES = {"say": None, "say_counted": (1, 2), "Wording": None, "Counted": (1, 2)}
TAG = re.compile(r"<[^>]*>")
CODE = re.compile(r"<code>([^<]*)</code>")
COMMAND = re.compile(r"(?<![\w<])/\w+")
OTHERS = [code for code in CODES if code != ENGLISH.code]
Key = str | tuple[str, ...]


def keys() -> set[Key]:
    """What stands in the code, as babel finds it."""
    found = extract_from_dir(BOT / "render", method_map=[("**.py", "python")], keywords=NAMES)
    return {key for _, _, key, _, _ in found}


def catalog(code: str) -> Catalog:
    return read_po(BytesIO(files("bot.render.languages").joinpath(f"{code}.po").read_bytes()), code)


def entries(code: str) -> list[Message]:
    return [entry for entry in catalog(code) if entry.id]


def forms(entry: Message) -> list[str]:
    """One, or where it counts something as many as the language has."""
    return [entry.string] if isinstance(entry.string, str) else list(entry.string or ())


def sentences(entry: Message) -> list[tuple[str, str]]:
    """Each translation beside the English sentence that it is of."""
    if isinstance(entry.id, str):
        return [(entry.id, str(entry.string))]
    return [(entry.id[-1], form) for form in forms(entry)]


def places(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize("code", OTHERS)
def test_each_sentence_of_the_code_is_translated_and_no_other_one(code: str) -> None:
    there = {entry.id if isinstance(entry.id, str) else tuple(entry.id) for entry in entries(code)}
    assert there == keys()
    assert not [entry.id for entry in entries(code) if entry.fuzzy or not all(forms(entry))]


@pytest.mark.parametrize("code", OTHERS)
def test_a_counted_sentence_has_all_the_forms_of_its_language(code: str) -> None:
    expected = catalog(code).num_plurals
    counted = [entry for entry in entries(code) if not isinstance(entry.id, str)]
    assert counted
    assert {len(forms(entry)) for entry in counted} == {expected}


@pytest.mark.parametrize("code", OTHERS)
def test_a_translation_has_the_same_parts_the_same_markup_and_the_same_commands(code: str) -> None:
    for entry in entries(code):
        for english, translated in sentences(entry):
            assert places(translated) == places(english), translated
            assert sorted(COMMAND.findall(TAG.sub("", translated))) == sorted(
                COMMAND.findall(TAG.sub("", english))
            ), translated
            assert sorted(TAG.findall(translated)) == sorted(TAG.findall(english)), translated


@pytest.mark.parametrize("code", OTHERS)
def test_a_translation_begins_and_ends_as_the_sentence_does(code: str) -> None:
    """Spaces, line ends and a last colon are part of where it is said."""
    for entry in entries(code):
        for english, translated in sentences(entry):
            assert english.count("\n") == translated.count("\n"), translated
            assert translated == translated.strip()
            assert english == english.strip()


def test_each_language_has_its_catalog_and_a_name_of_its_own() -> None:
    there = {path.stem for path in (BOT / "render" / "languages").glob("*.po")}
    assert there == set(OTHERS)
    assert set(OWN_NAMES) == set(CODES)


SAYING = sorted(set((BOT / "render").rglob("*.py")) - {BOT / "render/languages/speaking.py"})


def calls(path: Path) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in NAMES:
            yield node


@pytest.mark.parametrize("path", SAYING, ids=lambda path: path.stem)
def test_babel_can_find_each_sentence_that_is_said(path: Path) -> None:
    """It sees neither what has no letters of its own, nor what stands within an f-string."""
    for call in calls(path):
        wanted = call.args[: 2 if call.func.id in {"say_counted", "Counted"} else 1]  # type: ignore[attr-defined]
        assert all(isinstance(one, ast.Constant) for one in wanted), ast.unparse(call)
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.JoinedStr):
            inside = {getattr(one, "id", None) for one in ast.walk(node)}
            assert inside.isdisjoint(NAMES), ast.unparse(node)


SAID_TO_READERS = (
    "answers",
    "chats",
    "copies",
    "lookups",
    "said",
    "silence",
    "telegram",
    "timeline",
)


@pytest.mark.parametrize("name", SAID_TO_READERS)
def test_no_sentence_for_readers_is_left_in_english_alone(name: str) -> None:
    """A text with a space that is no docstring, and is not given to one of the names, is one."""
    tree = ast.parse((ENGLISH_WORDS / f"{name}.py").read_text("utf-8"))
    said = {
        id(one)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", None) in NAMES
        for one in node.args
    }
    documents = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and isinstance(node.body[0], ast.Expr)
    }
    left = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.search(r"[a-z]{2,}", node.value)
        and " " in node.value.strip()
        and id(node) not in said | documents
    ]
    assert left == []
