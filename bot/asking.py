"""The `ask` command: one question, or many from standard input."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import BinaryIO

import msgspec
from rich.console import Console

from bot.errors import SettingsError
from bot.names import on_one_line
from bot.render.as_json import Json, answer_json, print_json
from bot.render.terminal import print_answer
from corpus.archive.archive import Archive
from retrieval.answer import Answer, Strength
from retrieval.answering import Answerer
from retrieval.article_store import ArchiveStore
from retrieval.question.days import first_day, last_day
from retrieval.question.question import Scope
from retrieval.vocabulary.outlets import resolve


@dataclass(frozen=True, slots=True)
class Wanted:
    """How questions are to be answered. `asked_at` None is the moment of each question.

    `zone` is that of moments which name none; None is this machine's.
    """

    limit: int
    asked_at: datetime | None
    scope: Scope
    explain: bool
    json: bool
    zone: tzinfo | None = None


class Named(msgspec.Struct):
    """What a line is called, be the rest of it right or wrong."""

    id: str | int | None = None


class Line(Named, kw_only=True):
    """One question from standard input."""

    question: str
    asked_at: str | None = None


def scope_of(
    archive: Archive, since: str | None, until: str | None, sources: Iterable[str]
) -> Scope:
    """The options' filter. Raises SettingsError for a date that is none, or an empty span."""
    try:
        first = first_day(since) if since else None
        last = last_day(until) if until else None
    except ValueError as error:
        raise SettingsError(str(error)) from error
    if first and last and first > last:
        raise SettingsError(f"nothing lies between {first} and {last}: --since is after --until")
    return Scope(first, last, resolve(tuple(sources), ArchiveStore(archive).outlets()))


def moment(text: str, zone: tzinfo | None) -> datetime:
    """An ISO date or time as an aware time, in `zone` (None: this machine's) where it names none.

    Raises SettingsError.
    """
    try:
        parsed = datetime.fromisoformat(text)
        return parsed if parsed.tzinfo else _in_zone(parsed, zone)
    except (ValueError, OverflowError) as error:
        raise SettingsError(f"{text!r} is no date; write 2021-01-27 or 2021-01-27T17:30") from error


def _in_zone(local: datetime, zone: tzinfo | None) -> datetime:
    return local.replace(tzinfo=zone) if zone else local.astimezone()


def ask_one(answerer: Answerer, text: str, wanted: Wanted, output: Console) -> Answer:
    """Answer one question and print it."""
    answer = _answer(answerer, text, wanted.asked_at, wanted)
    if wanted.json:
        print_json(output, answer_json(answer))
    else:
        print_answer(output, answer)
    return answer


def ask_many(
    answerer: Answerer, lines: Iterable[str], wanted: Wanted, consoles: tuple[Console, Console]
) -> int:
    """Answer a question a line, in order, as they come. Returns how many were not understood."""
    output, errors = consoles
    failed = 0
    for number, line in _numbered(lines):
        try:
            asked = _read(line)
            asked_at = moment(asked.asked_at, wanted.zone) if asked.asked_at else wanted.asked_at
        except (SettingsError, msgspec.MsgspecError) as error:
            failed += 1
            reason = f"line {number}: {error}"
            if wanted.json:
                print_json(output, _with_id({"error": reason}, _name_of(line)))
            else:
                errors.print(on_one_line(reason), style="red", soft_wrap=True, markup=False)
            continue
        answer = _answer(answerer, asked.question, asked_at, wanted)
        if wanted.json:
            print_json(output, _with_id(answer_json(answer), asked.id))
        else:
            output.print(asked.question, style="bold", soft_wrap=True, markup=False)
            print_answer(output, answer)
    return failed


def _with_id(value: dict[str, Json], name: str | int | None) -> dict[str, Json]:
    return value if name is None else {**value, "id": name}


def _name_of(line: str) -> str | int | None:
    """The id of a line that is otherwise not understood."""
    try:
        return msgspec.json.decode(line, type=Named).id
    except msgspec.MsgspecError:
        return None


def lines(stream: BinaryIO) -> Iterator[str]:
    """Lines of UTF-8, whatever the terminal's encoding; a byte that is none becomes U+FFFD."""
    for line in stream:
        yield line.decode("utf-8-sig", errors="replace")


def exit_code(answer: Answer) -> int:
    return 1 if answer.strength is Strength.NONE else 0


def _answer(answerer: Answerer, text: str, asked_at: datetime | None, wanted: Wanted) -> Answer:
    return answerer.ask(
        text,
        asked_at=asked_at or datetime.now().astimezone(),
        limit=wanted.limit,
        scope=wanted.scope,
        explain=wanted.explain,
    )


def _numbered(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield number, line.strip()


def _read(line: str) -> Line:
    """Plain text, or a JSON object."""
    return msgspec.json.decode(line, type=Line) if line.startswith("{") else Line(question=line)
