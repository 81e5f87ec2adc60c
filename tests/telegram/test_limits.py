"""How many questions a minute are answered."""

from bot.telegram.admission.limits import MANY, Limits, Verdict
from tests.telegram.counted import Counted

ANSWER, SAY, IGNORE = Verdict.ANSWER, Verdict.SAY, Verdict.IGNORE


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_what_is_too_many_is_said_once_until_there_is_room_again() -> None:
    clock = Clock()
    limits = Limits(person=2, clock=clock)
    assert [limits.judge(7, 7) for _ in range(4)] == [ANSWER, ANSWER, SAY, IGNORE]
    clock.now = 59.9
    assert limits.judge(7, 7) is IGNORE
    clock.now = 60.0
    assert [limits.judge(7, 7) for _ in range(4)] == [ANSWER, ANSWER, SAY, IGNORE]


def test_nobody_is_limited_by_what_others_ask_elsewhere() -> None:
    limits = Limits(person=1, chat=3, clock=Clock())
    assert limits.judge(-1, 7) is ANSWER
    assert limits.judge(-1, 8) is ANSWER
    assert limits.judge(-2, 7) is SAY
    assert limits.judge(-1, 9) is ANSWER
    assert limits.judge(-1, 10) is SAY
    assert limits.judge(-2, 10) is ANSWER


def test_in_a_group_no_more_is_answered_than_telegram_lets_be_sent() -> None:
    limits = Limits(person=60, chat=120, clock=Clock())
    one = [limits.judge(-1, 7) for _ in range(12)]
    assert one == [ANSWER] * 10 + [SAY, IGNORE]
    others = [limits.judge(-1, person) for person in range(100, 112)]
    assert others == [ANSWER] * 10 + [SAY, IGNORE]
    assert {limits.judge(7, 7) for _ in range(50)} == {ANSWER}


def test_who_writes_as_a_chat_is_limited_by_it() -> None:
    limits = Limits(person=1, chat=1, clock=Clock())
    assert [limits.judge(-1, None) for _ in range(2)] == [ANSWER, SAY]


def test_without_limits_any_number_is_answered() -> None:
    limits = Limits()
    assert {limits.judge(1, 1) for _ in range(1000)} == {ANSWER}


def test_those_who_ask_no_more_are_forgotten() -> None:
    clock = Clock()
    limits = Limits(person=1, clock=clock)
    for person in range(1, MANY + 2):
        limits.judge(person, person)
    assert limits.judge(1, 1) is SAY
    clock.now = 61.0
    assert limits.judge(MANY + 5, MANY + 5) is ANSWER
    assert limits.judge(1, 1) is ANSWER


def test_with_many_who_ask_not_all_are_looked_at_for_each_question() -> None:
    limits = Limits(person=5, clock=Clock())
    Counted.looked_at = 0
    for person in range(1, MANY + 2_001):
        limits.judge(7, Counted(person))
    assert Counted.looked_at < 10 * MANY
