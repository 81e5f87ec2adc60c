"""Sources, and what one would give → a terminal and JSON."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from bot.render.as_json import Json
from bot.render.english.collecting import (
    clock_of,
    collection_lines,
    holdings_of,
    state_of,
)
from corpus.collect.state.standing import Collection, Standing

if TYPE_CHECKING:  # it loads readers
    from corpus.collect.tally import Collected


def print_sources(console: Console, standings: Sequence[Standing]) -> None:
    """A line for each, and one for what is wrong with it."""
    for one in standings:
        line = Text.assemble((one.source.name, "bold"), f" · {one.source.address}")
        console.print(line, soft_wrap=True)
        console.print(Text(f"  {holdings_of(one)}"), soft_wrap=True)
        if one.clock is not None:
            console.print(Text(f"  {clock_of(one.clock)}"), soft_wrap=True)
        console.print(
            Text(f"  {state_of(one)}", "red" if one.is_in_trouble else "dim"), soft_wrap=True
        )


def print_collection(console: Console, collection: Collection) -> None:
    for line in collection_lines(collection):
        console.print(Text(f" {line}"), soft_wrap=True)


def sources_json(standings: Sequence[Standing]) -> list[Json]:
    return [
        {
            "name": one.source.name,
            "address": one.source.address,
            "timezone": one.source.timezone.key if one.source.timezone else None,
            "since": one.source.since.isoformat() if one.source.since else None,
            "articles": one.articles,
            "waiting": one.waiting,
            "newest": one.newest.isoformat() if one.newest else None,
            "collected": one.source.succeeded.isoformat() if one.source.succeeded else None,
            "fault": one.source.fault,
            "clock": round(one.clock.total_seconds() / 60) if one.clock is not None else None,
            "silent_since": one.silent_since.isoformat() if one.silent_since else None,
        }
        for one in standings
    ]


def collected_json(done: "Collected") -> dict[str, Json]:
    return {
        "new": done.new,
        "updated": done.updated,
        "unchanged": done.unchanged,
        "rejected": done.rejected,
        "failed": done.failed,
        "requests": done.requests,
        "not_modified": done.not_modified,
    }
