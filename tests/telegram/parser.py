"""Telegram's own parser of HTML: TDLib, which its Bot API server is made of."""

import json
from dataclasses import dataclass
from typing import Any

import tdjson

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Entity:
    """`type` as TDLib names it, without its `textEntityType`; `text` is what it covers.

    `unix_time` is the moment of a `DateTime`.
    """

    type: str
    text: str
    url: str | None
    unix_time: int | None = None


@dataclass(frozen=True, slots=True)
class Parsed:
    """A message as it is shown. `units` counts UTF-16 code units."""

    text: str
    units: int
    entities: tuple[Entity, ...]

    def of_type(self, name: str) -> list[str]:
        return [entity.text for entity in self.entities if entity.type == name]

    @property
    def quotes(self) -> list[str]:
        """Texts of block quotes, folded or not."""
        return [one.text for one in self.entities if one.type.endswith("BlockQuote")]


class UnparsableError(Exception):
    """What Telegram says of HTML that is none."""


def execute(request: Json) -> Any:
    """What TDLib answers at once, without a connection."""
    answer = tdjson.td_execute(json.dumps(request).encode())
    return json.loads(answer) if answer else None


execute({"@type": "setLogVerbosityLevel", "new_verbosity_level": 0})


def parse(html: str) -> Parsed:
    """Raises UnparsableError."""
    return parsed(html_as_formatted(html))


def html_as_formatted(html: str) -> Json:
    """TDLib's `formattedText`: `text`, and `entities` with `offset`, `length` and `type`.

    Raises UnparsableError.
    """
    mode = {"@type": "textParseModeHTML"}
    answer: Json = execute({"@type": "parseTextEntities", "text": html, "parse_mode": mode})
    if answer["@type"] == "error":
        raise UnparsableError(answer["message"])
    return answer


def parsed(formatted: Json) -> Parsed:
    """From TDLib's `formattedText`."""
    units = formatted["text"].encode("utf-16-le")
    return Parsed(
        text=formatted["text"],
        units=len(units) // 2,
        entities=tuple(_entity(entity, units) for entity in formatted["entities"]),
    )


def _entity(entity: Json, units: bytes) -> Entity:
    start, length = 2 * entity["offset"], 2 * entity["length"]
    return Entity(
        type=entity["type"]["@type"].removeprefix("textEntityType"),
        text=units[start : start + length].decode("utf-16-le"),
        url=entity["type"].get("url"),
        unix_time=entity["type"].get("unix_time"),
    )
