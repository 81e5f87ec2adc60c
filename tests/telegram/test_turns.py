"""Who is served when."""

import asyncio
from collections.abc import Awaitable, Callable

from bot.telegram.intake.turns import Turns

Item = tuple[str, int]


async def served(items: list[Item], serve: Callable[[Item], Awaitable[None]]) -> Turns[Item]:
    left, done = len(items), asyncio.Event()

    async def counted(item: Item) -> None:
        nonlocal left
        left -= 1
        if not left:
            done.set()
        await serve(item)

    turns: Turns[Item] = Turns(counted)
    for item in items:
        turns.add(item[0], item)
    await done.wait()
    await turns.finish(1.0)
    return turns


def test_one_persons_are_served_in_order_and_another_waits_for_none_of_them() -> None:
    order: list[Item] = []

    async def serve(item: Item) -> None:
        order.append(item)
        await asyncio.sleep(0.01)

    items = [("ann", number) for number in range(50)] + [("jonas", 0)]
    asyncio.run(served(items, serve))
    assert [item for item in order if item[0] == "ann"] == items[:50]
    assert order.index(("jonas", 0)) <= 1


def test_what_fails_holds_up_nothing() -> None:
    order: list[Item] = []

    async def serve(item: Item) -> None:
        order.append(item)
        if item[1] == 0:
            raise ValueError

    asyncio.run(served([("ann", 0), ("ann", 1)], serve))
    assert order == [("ann", 0), ("ann", 1)]


def test_one_person_may_have_a_hundred_waiting() -> None:
    async def fill() -> tuple[bool, bool, bool]:
        release = asyncio.Event()

        async def serve(item: Item) -> None:
            await release.wait()

        turns: Turns[Item] = Turns(serve)
        for number in range(99):
            turns.add("ann", ("ann", number))
        before = turns.has_room("ann")
        turns.add("ann", ("ann", 99))
        full, another = turns.has_room("ann"), turns.has_room("jonas")
        release.set()
        await turns.finish(1.0)
        return before, full, another

    assert asyncio.run(fill()) == (True, False, True)
