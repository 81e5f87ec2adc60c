"""Commands that read plain values themselves.

Typer has pydantic read every value, also those that nobody gave, and loading that takes a fifth of
a process that answers one question. What is not plain is left to it, and so is what is wrong.
"""

from collections.abc import Callable
from functools import partial
from typing import Any, get_args

from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

SMALL = 9  # digits

Reading = Callable[[Any, object], object]  # of a context, which is typer's own


class PlainCommand(TyperCommand):
    """A command whose plain values are read here."""

    def get_params(self, ctx: Any) -> list[Any]:
        return [_plain(parameter) for parameter in super().get_params(ctx)]


class PlainGroup(TyperGroup):
    """Several commands, of which those options are read here that stand before them."""

    def get_params(self, ctx: Any) -> list[Any]:
        return [_plain(parameter) for parameter in super().get_params(ctx)]


def _plain(parameter: object) -> object:
    own = vars(parameter)
    if isinstance(parameter, TyperArgument | TyperOption) and "process_value" not in own:
        own["process_value"] = partial(_value, parameter, parameter.process_value)
    return parameter


def _value(
    parameter: TyperArgument | TyperOption, by_typer: Reading, context: Any, given: object
) -> object:
    is_many = parameter.multiple or parameter.nargs == -1
    is_default = given == parameter.default and not parameter.required
    try:
        if is_default:
            value = () if given is None and is_many else given
        elif is_many and isinstance(given, list | tuple) and given:
            value = [_read(parameter, word) for word in given]
        else:
            value = _read(parameter, given)
    except (ValueError, AttributeError):  # another release of typer may name things otherwise
        return by_typer(context, given)
    return parameter.callback(context, parameter, value) if parameter.callback else value


def _read(parameter: TyperArgument | TyperOption, word: object) -> object:
    """What the word says. Raises ValueError where that is not plain."""
    annotation = parameter.type_descriptor.annotation
    information = parameter.type_descriptor.parameter_info
    if isinstance(word, str):
        if information.parser:
            return information.parser(word)
        if str in (annotation, *get_args(annotation)):
            return word
        if annotation is int and word.isascii() and word.isdecimal() and len(word) <= SMALL:
            return _within(int(word), information.min, information.max)
    raise ValueError


def _within(number: int, least: float | None, most: float | None) -> int:
    if (least is not None and number < least) or (most is not None and number > most):
        raise ValueError
    return number
