"""The places of the code that cosmic-ray can change, and the tests that hold them."""

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator
from parso.tree import NodeOrLeaf

ROOT = Path(__file__).parents[2]
ROOMS = Path(__file__).with_name("rooms.toml")
# One change in each direction; those that only raise TypeError tell nothing about the tests.
OPERATORS = """
    NumberReplacer AddNot ReplaceAndWithOr ReplaceOrWithAnd ReplaceTrueWithFalse
    ReplaceFalseWithTrue ReplaceUnaryOperator_Delete_Not ReplaceUnaryOperator_Delete_USub
    ReplaceContinueWithBreak ReplaceBreakWithContinue ZeroIterationForLoop ExceptionReplacer
    ReplaceComparisonOperator_Eq_NotEq ReplaceComparisonOperator_NotEq_Eq
    ReplaceComparisonOperator_Lt_LtE ReplaceComparisonOperator_Lt_GtE
    ReplaceComparisonOperator_LtE_Lt ReplaceComparisonOperator_LtE_Gt
    ReplaceComparisonOperator_Gt_GtE ReplaceComparisonOperator_Gt_LtE
    ReplaceComparisonOperator_GtE_Gt ReplaceComparisonOperator_GtE_Lt
    ReplaceComparisonOperator_Is_IsNot ReplaceComparisonOperator_IsNot_Is
    ReplaceBinaryOperator_Add_Sub ReplaceBinaryOperator_Sub_Add ReplaceBinaryOperator_Mul_Div
    ReplaceBinaryOperator_Div_Mul ReplaceBinaryOperator_FloorDiv_Mul ReplaceBinaryOperator_Mod_Mul
    ReplaceBinaryOperator_Pow_Mul ReplaceBinaryOperator_BitOr_BitAnd
    ReplaceBinaryOperator_BitAnd_BitOr
""".split()


@dataclass(frozen=True, slots=True)
class Part:
    """Files of a room and the tests that hold them, by path from the root."""

    room: str
    code: tuple[str, ...]
    tests: tuple[str, ...]
    without: str


@dataclass(frozen=True, slots=True)
class Mutant:
    """`occurrence`: which of the places in the file that the operator could change."""

    part: Part
    file: str
    operator: str
    occurrence: int
    line: int


def parts_of(rooms: Path) -> list[Part]:
    with rooms.open("rb") as file:
        tables = tomllib.load(file)["part"]
    return [
        Part(
            table["room"],
            _paths(table["code"], table.get("but", [])),
            _paths(table["tests"], table.get("but_tests", [])),
            table.get("without", ""),
        )
        for table in tables
    ]


def _paths(patterns: Sequence[str], but: Sequence[str]) -> tuple[str, ...]:
    """In the order of the patterns, as the tests likeliest to fail stand first."""
    left_out = {path for pattern in but for path in ROOT.glob(pattern)}
    found = dict.fromkeys(path for pattern in patterns for path in sorted(ROOT.glob(pattern)))
    return tuple(path.relative_to(ROOT).as_posix() for path in found if path not in left_out)


def mutants_of(part: Part) -> Iterator[Mutant]:
    for file in part.code:
        nodes = list(ast_nodes(get_ast((ROOT / file).read_text("utf-8"))))
        for name in OPERATORS:
            operator, occurrence = get_operator(f"core/{name}")(), 0
            for node in nodes:
                for _ in operator.mutation_positions(node):
                    if not _is_no_behaviour(node):
                        yield Mutant(part, file, name, occurrence, node.start_pos[0])
                    occurrence += 1


def _is_no_behaviour(node: NodeOrLeaf) -> bool:
    """An annotation, a decorator or class's arguments (`frozen=True`), a star of parameters.

    And what cosmic-ray stumbles over: the dot in `except msgspec.MsgspecError`.
    """
    if node.type == "except_clause" and "." in node.get_code():
        return True
    if node.type == "operator" and node.parent.type in ("parameters", "param"):
        return True
    while (parent := node.parent) is not None:
        index = parent.children.index(node) if node in parent.children else 0
        before = parent.children[index - 1] if index else None
        is_head = parent.type == "decorator" or (parent.type == "classdef" and before == "(")
        is_type = parent.type in ("tfpdef", "annassign") and before == ":"
        if is_head or is_type or (parent.type == "funcdef" and before == "->"):
            return True
        node = parent
    return False


def changed(source: str, mutant: Mutant) -> str:
    text: str = mutate_code(source, get_operator(f"core/{mutant.operator}")(), mutant.occurrence)
    return text


def mutants_by_room(chosen: Sequence[str]) -> dict[str, list[Mutant]]:
    """Those in files whose path begins as one of the chosen; all where nothing is chosen."""
    mutants: dict[str, list[Mutant]] = defaultdict(list)
    for part in parts_of(ROOMS):
        files = [file for file in part.code if not chosen or file.startswith(tuple(chosen))]
        mutants[part.room] += mutants_of(replace(part, code=tuple(files)))
    return {room: every for room, every in mutants.items() if every}
