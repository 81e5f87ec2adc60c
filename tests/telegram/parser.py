"""Telegram's own parser of HTML: TDLib, which its Bot API server is made of."""

import json
from dataclasses import dataclass
from typing import Any

import tdjson


@dataclass(frozen=True, slots=True)
class Entity:
    """`type` as TDLib names it, without its `textEntityType`; `text` is what it covers."""

    type: str
    text: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Parsed:
    """A message as it is shown. `units` counts UTF-16 code units."""

    text: str
    units: int
    entities: tuple[Entity, ...]

    def of_type(self, name: str) -> list[str]:
        return [entity.text for entity in self.entities if entity.type == name]


class UnparsableError(Exception):
    """What Telegram says of HTML that is none."""


def _execute(request: dict[str, Any]) -> Any:
    answer = tdjson.td_execute(json.dumps(request).encode())
    return json.loads(answer) if answer else None


_execute({"@type": "setLogVerbosityLevel", "new_verbosity_level": 0})


def parse(html: str) -> Parsed:
    """Raises UnparsableError."""
    mode = {"@type": "textParseModeHTML"}
    answer = _execute({"@type": "parseTextEntities", "text": html, "parse_mode": mode})
    if answer["@type"] == "error":
        raise UnparsableError(answer["message"])
    units = answer["text"].encode("utf-16-le")
    return Parsed(
        text=answer["text"],
        units=len(units) // 2,
        entities=tuple(_entity(entity, units) for entity in answer["entities"]),
    )


def unparsed(text: str) -> Parsed:
    """A text that is sent without markup."""
    return Parsed(text, len(text.encode("utf-16-le", "surrogatepass")) // 2, ())


def _entity(entity: dict[str, Any], units: bytes) -> Entity:
    start, length = 2 * entity["offset"], 2 * entity["length"]
    return Entity(
        type=entity["type"]["@type"].removeprefix("textEntityType"),
        text=units[start : start + length].decode("utf-16-le"),
        url=entity["type"].get("url"),
    )
