"""Who is answered."""

import pytest

from bot.telegram.incoming.access import Access

GROUP, FRIEND, ADMIN, STRANGER = -1001, 7, 8, 9


def access(*, private: bool = False, allow: int = 0, block: int = 0) -> Access:
    return Access(frozenset({allow} - {0}), frozenset({block} - {0}), frozenset({ADMIN}), private)


@pytest.mark.parametrize(
    ("one", "chat", "person", "is_answered"),
    [
        (access(), GROUP, STRANGER, True),
        (access(), None, None, True),
        (access(private=True), STRANGER, STRANGER, False),
        (access(private=True), None, STRANGER, False),
        (access(private=True), None, None, False),
        (access(private=True), GROUP, ADMIN, True),
        (access(private=True, allow=GROUP), GROUP, STRANGER, True),
        (access(private=True, allow=FRIEND), None, FRIEND, True),
        (access(private=True, allow=FRIEND), GROUP, STRANGER, False),
        (access(allow=GROUP), STRANGER, STRANGER, False),
        (access(allow=GROUP), GROUP, None, True),
        (access(block=STRANGER), GROUP, STRANGER, False),
        (access(block=GROUP), GROUP, ADMIN, False),
        (access(block=ADMIN), ADMIN, ADMIN, False),
        (access(allow=FRIEND, block=FRIEND), FRIEND, FRIEND, False),
    ],
)
def test_who_is_answered(
    one: Access, chat: int | None, person: int | None, is_answered: bool
) -> None:
    assert one.is_answered(chat, person) is is_answered
