"""Buttons that people press and words they type inline, with the bot's answers to both."""

from dataclasses import dataclass
from typing import Any, Self

from tests.telegram.bot_api.formatted import formatted
from tests.telegram.bot_api.hearing import hears
from tests.telegram.bot_api.inline_messages import post_result
from tests.telegram.bot_api.request_body import Params
from tests.telegram.bot_api.world import ChatState, Event, Json, Query, World
from tests.telegram.parser import Parsed

CHAT_TYPES = {"private": "sender"}  # of an inline query, where it is named otherwise


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button of the bot's."""

    world: World
    query: Query

    @classmethod
    def on(cls, world: World, chat: ChatState, user: Json, message: Json, label: str) -> Self:
        """Raises LookupError where there is no such button."""
        now = chat.messages.get(message["message_id"], message)
        button = button_of(now, label)
        number = f"callback-{world.number()}"
        query = Query(user, world.moment, chat, now)
        world.queries["callback", number] = query
        chat.events.append(Event("presses", user, now, label))
        pressed = {"id": number, "from": user, "message": now, "chat_instance": str(chat.id)}
        world.updates.add("callback_query", pressed | {"data": button["callback_data"]})
        return cls(world, query)

    def notice(self, timeout: float = 5.0) -> str:
        """What the bot shows who pressed it; often nothing. Raises TimeoutError."""
        return str(_answer(self.world, self.query, timeout).get("text", ""))


@dataclass(frozen=True, slots=True)
class Typed:
    """Words to the bot, inline."""

    world: World
    query: Query
    text: str
    number: str

    @classmethod
    def by(cls, world: World, chat: ChatState, user: Json, text: str, offset: str) -> Self:
        number = f"inline-query-{world.number()}"
        query = Query(user, world.moment, chat)
        world.queries["inline", number] = query
        kind = CHAT_TYPES.get(chat.type, chat.type)
        typed = {"id": number, "from": user, "query": text, "offset": offset, "chat_type": kind}
        world.updates.add("inline_query", typed)
        return cls(world, query, text, number)

    @property
    def is_answered(self) -> bool:
        return self.query.answer is not None

    def answer(self, timeout: float = 5.0) -> Params:
        """All that answerInlineQuery was given. Raises TimeoutError."""
        return _answer(self.world, self.query, timeout)

    def results(self, timeout: float = 5.0) -> list[Json]:
        """Raises TimeoutError."""
        found: list[Json] = self.answer(timeout)["results"]
        return found

    def chooses(self, place: int = 0) -> Json:
        """One of the results, from 0. Returns the message that it becomes."""
        result = self.results()[place]
        with self.world.changed:
            inline_id = post_result(self.world, self.query, result)
            message = self.world.inline_messages[inline_id]
            chosen = {"result_id": result["id"], "from": self.query.asker, "query": self.text}
            if "reply_markup" in result:
                chosen["inline_message_id"] = inline_id
            self.world.updates.add("chosen_inline_result", chosen)
            if self.query.chat is not None and hears(self.world, self.query.chat, message):
                self.world.updates.add("message", message)
        return message


def shown(result: Json) -> Parsed:
    """The message that an inline result would send, as Telegram parses it."""
    content = result["input_message_content"]
    return formatted({**content, "text": content["message_text"]}, "text").parsed


def button_of(message: Json, label: str) -> Json:
    """The button whose text holds this label. Raises LookupError."""
    for row in message.get("reply_markup", {}).get("inline_keyboard", []):
        for button in row:
            if label in button["text"]:
                found: Json = button
                return found
    raise LookupError(f"no button “{label}”")


def _answer(world: World, query: Query, timeout: float) -> Params:
    with world.changed:
        if not world.changed.wait_for(lambda: query.answer is not None, timeout):
            raise TimeoutError("the bot did not answer")
    answer: Any = query.answer
    return dict(answer)
