"""Words with their formatting, as the Bot API shows them in a message.

Offsets and lengths count UTF-16 code units.
"""

from dataclasses import dataclass, replace
from typing import Any

from tests.telegram.bot_api.refusals import bad_request
from tests.telegram.bot_api.request_body import Params
from tests.telegram.parser import Parsed, UnparsableError, execute, html_as_formatted, parsed

Json = dict[str, Any]

MAX_ENTITIES = 100  # Telegram drops the formatting beyond

NAMES = {
    "TextUrl": "text_link",
    "MentionName": "text_mention",
    "BlockQuote": "blockquote",
    "ExpandableBlockQuote": "expandable_blockquote",
    "BotCommand": "bot_command",
    "EmailAddress": "email",
    "DateTime": "date_time",
    "PreCode": "pre",
}  # of kinds that are not simply written small


@dataclass(frozen=True, slots=True)
class Formatted:
    """`parsed` is what TDLib made of it; `entities` the same as the Bot API writes them."""

    parsed: Parsed
    entities: tuple[Json, ...]

    @property
    def text(self) -> str:
        return self.parsed.text

    def fields(self, name: str) -> Json:
        """As a message holds it: `text` and `entities`, or `caption` and `caption_entities`."""
        if not self.text:
            return {}
        stored = _stripped(self)
        entities = "entities" if name == "text" else f"{name}_entities"
        return {name: stored.text} | ({entities: list(stored.entities)} if stored.entities else {})


def formatted(params: Params, name: str) -> Formatted:
    """The words of a request in the formatting it names. Raises RefusedError."""
    text, mode = str(params.get(name, "")), params.get("parse_mode")
    if mode is None:
        listed = params.get("entities" if name == "text" else f"{name}_entities", [])
        return _plain(text, listed)
    if mode != "HTML":
        raise bad_request("unsupported parse_mode")
    try:
        return _from_tdlib(html_as_formatted(text))
    except UnparsableError as error:
        raise bad_request(f"can't parse entities: {error}") from error


def written(text: str) -> list[Json]:
    """What Telegram itself finds in somebody's words: commands, mentions, addresses."""
    found = execute({"@type": "getTextEntities", "text": text})
    return [_entity(entity) for entity in found["entities"]]


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def covered(text: str, entity: Json) -> str:
    """The words that an entity covers."""
    start, length = 2 * entity["offset"], 2 * entity["length"]
    encoded = text.encode("utf-16-le", "surrogatepass")[start : start + length]
    return encoded.decode("utf-16-le", "surrogatepass")


def _plain(text: str, entities: list[Json]) -> Formatted:
    unformatted = parsed({"text": text, "entities": []})
    return Formatted(unformatted, tuple(entities[:MAX_ENTITIES]))


def _from_tdlib(answer: Json) -> Formatted:
    kept = answer | {"entities": answer["entities"][:MAX_ENTITIES]}
    return Formatted(parsed(kept), tuple(_entity(entity) for entity in kept["entities"]))


def _entity(entity: Json) -> Json:
    kind = entity["type"]["@type"].removeprefix("textEntityType")
    written = {"type": NAMES.get(kind, kind.lower())}
    written |= {"offset": entity["offset"], "length": entity["length"]}
    if kind == "TextUrl":
        written["url"] = entity["type"]["url"]
    if kind == "MentionName":
        user = {"id": entity["type"]["user_id"], "is_bot": False, "first_name": "Somebody"}
        written["user"] = user
    if kind == "DateTime":
        written["unix_time"] = entity["type"]["unix_time"]
    return written


def _stripped(words: Formatted) -> Formatted:
    """Without spaces around it, as Telegram stores it."""
    text = words.text.strip()
    before = units(words.text[: len(words.text) - len(words.text.lstrip())])
    end = units(text)
    moved = []
    for entity in words.entities:
        start = max(0, entity["offset"] - before)
        stop = min(end, entity["offset"] + entity["length"] - before)
        if start < stop:
            moved.append(entity | {"offset": start, "length": stop - start})
    return Formatted(replace(words.parsed, text=text, units=end), tuple(moved))
