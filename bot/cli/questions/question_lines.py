"""Many questions, one a line: plain text, or JSON objects."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

import msgspec

from bot.cli.console_text import on_one_line
from bot.cli.consoles import ERRORS, OUTPUT
from bot.cli.questions.how_to_ask import HowToAsk, answer_to, aware_time
from bot.errors import SettingsError
from bot.render.as_json import Json, answer_json, print_json
from bot.render.terminal import print_answer
from retrieval.answer import Answer
from retrieval.answering import Answerer


class LineId(msgspec.Struct):
    """The id of a line, be the rest of it right or wrong."""

    id: str | int | None = None


class QuestionLine(LineId, kw_only=True):
    question: str
    asked_at: str | None = None


def lines_of(stream: BinaryIO) -> Iterator[str]:
    """Lines of UTF-8, whatever the terminal's encoding; a byte that is not becomes U+FFFD."""
    for line in stream:
        yield line.decode("utf-8-sig", errors="replace")


def ask_lines(answerer: Answerer, lines: Iterable[str], how: HowToAsk) -> int:
    """Answer a question a line, in order, as they come. Returns how many were not understood."""
    not_understood = 0
    for number, line in _numbered(lines):
        try:
            asked = _read(line)
            asked_at = aware_time(asked.asked_at, how.zone) if asked.asked_at else how.asked_at
        except (SettingsError, msgspec.MsgspecError) as error:
            not_understood += 1
            _print_error(line, f"line {number}: {error}", how)
            continue
        _print(asked, answer_to(answerer, asked.question, asked_at, how), how)
    return not_understood


def _numbered(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield number, line.strip()


def _read(line: str) -> QuestionLine:
    """Plain text, or a JSON object."""
    if line.startswith("{"):
        return msgspec.json.decode(line, type=QuestionLine)
    return QuestionLine(question=line)


def _print(asked: QuestionLine, answer: Answer, how: HowToAsk) -> None:
    if how.json:
        print_json(OUTPUT, _with_id(answer_json(answer), asked.id))
    else:
        OUTPUT.print(asked.question, style="bold", soft_wrap=True, markup=False)
        print_answer(OUTPUT, answer)


def _print_error(line: str, reason: str, how: HowToAsk) -> None:
    if how.json:
        print_json(OUTPUT, _with_id({"error": reason}, _id_of(line)))
    else:
        ERRORS.print(on_one_line(reason), style="red", soft_wrap=True, markup=False)


def _with_id(value: dict[str, Json], line_id: str | int | None) -> dict[str, Json]:
    return value if line_id is None else {**value, "id": line_id}


def _id_of(line: str) -> str | int | None:
    """The id of a line that is otherwise not understood."""
    try:
        return msgspec.json.decode(line, type=LineId).id
    except msgspec.MsgspecError:
        return None
