"""Collects once, or again and again until it is stopped, and says what came of it."""

import os
import signal
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from time import monotonic
from types import FrameType

from bot.cli.archives import chosen_folder, opened_archive
from bot.cli.collecting.progress import FollowingIndex, following
from bot.cli.collecting.web import open_web
from bot.cli.console_text import on_one_line
from bot.cli.consoles import ERRORS, OUTPUT, print_error
from bot.errors import SettingsError
from bot.render.as_json import print_json
from bot.render.collecting import collected_json
from bot.render.english.collecting import (
    NO_SOURCES,
    STOPPED,
    TAKE_OUT,
    collected_line,
    fault_of,
    left_out_line,
    reason_of,
)
from bot.settings import Settings
from corpus.collect.adding import SourceError, named_source
from corpus.collect.collecting import Collector, Outcome, Report
from corpus.collect.state.ledger import Ledger, collecting_alone
from corpus.collect.state.sources import Source, read_sources
from corpus.errors import CorpusError
from corpus.readers.reading import Rejected

LOOK = 2.0  # seconds between two looks whether the parent is still there
LISTED = 20  # pages that were not taken are named, of each collection
SOME_FAILED, UNUSABLE, INTERRUPTED = 1, 3, 130


@dataclass(frozen=True, slots=True)
class CollectPlan:
    """What to collect, and how.

    `every`: the time from one beginning to the next; None for once. `parent`: the process without
    which it is not to go on.
    """

    names: tuple[str, ...]
    every: timedelta | None
    since: date | None
    rate: float
    allow_private: bool
    json: bool
    parent: int | None = None


def run(settings: Settings, named: Path | None, plan: CollectPlan) -> int:
    """Collect as planned. Returns the exit code."""
    with ExitStack() as stack:
        archive = stack.enter_context(opened_archive(chosen_folder(settings, named)))
        ledger = Ledger(archive)
        if plan.every is None and not _sources(ledger, plan.names):
            print_error(NO_SOURCES)
            return SOME_FAILED
        web = stack.enter_context(
            open_web(settings, ledger, allow_private=plan.allow_private, rate=plan.rate)
        )
        collector = Collector(ledger, web.fetcher, web.pool)
        stack.enter_context(_stopping_on_signals(collector))
        index = FollowingIndex(archive, settings)
        stack.callback(index.close)
        rounds = _Rounds(ledger, collector, index, plan)
        return rounds.once() if plan.every is None else rounds.until_stopped(plan.every)


@dataclass(frozen=True, slots=True)
class _Rounds:
    ledger: Ledger
    collector: Collector
    index: FollowingIndex
    plan: CollectPlan

    def once(self) -> int:
        code = self._round()
        if self.collector.is_stopped:
            print_error(STOPPED)
            return INTERRUPTED
        return code if self.index.is_open else UNUSABLE

    def until_stopped(self, every: timedelta) -> int:
        """A round that lasts longer than `every` is followed by the next one at once."""
        while not self.collector.is_stopped:
            begun = monotonic()
            try:
                self._round()
            except CorpusError as error:  # another collects, or the disk is full: perhaps later not
                print_error(str(error))
            self._wait_until(begun + every.total_seconds())
        return 0

    def _wait_until(self, end: float) -> None:
        while not self.collector.is_stopped and monotonic() < end:
            if self.plan.parent not in (None, os.getppid()):
                self.collector.stop()
            self.index.take_in()
            self.collector.wait(min(end - monotonic(), LOOK))

    def _round(self) -> int:
        """One collection, told. Returns the exit code."""
        sources = _sources(self.ledger, self.plan.names)
        begun = monotonic()
        with collecting_alone(self.ledger.archive.directory), following(self.index) as progress:
            report = Report(progress, _Rejections())
            outcome = self.collector.collect(sources, since=self.plan.since, report=report)
        self._tell(outcome, monotonic() - begun)
        if sources and len(outcome.faults) == len(sources):
            return UNUSABLE
        done = outcome.collected
        return SOME_FAILED if done.rejected or done.failed or outcome.faults else 0

    def _tell(self, outcome: Outcome, seconds: float) -> None:
        for name, fault in outcome.faults.items():
            _tell_fault(f"{name} could not be collected from: {fault_of(fault)}")
        for address, failure in list(outcome.failures.items())[:LISTED]:
            _tell_fault(f"failed {address}: {reason_of(failure)}")
        if left_out := left_out_line(outcome.collected):
            _tell_fault(left_out)
        if self.plan.json:
            print_json(OUTPUT, collected_json(outcome.collected))
        else:
            OUTPUT.print(collected_line(outcome.collected, seconds), soft_wrap=True)


class _Rejections:
    """Names the first pages that are no articles."""

    def __init__(self) -> None:
        self._listed = 0
        self._advised: set[str] = set()

    def __call__(self, rejected: Rejected) -> None:
        self._listed += 1
        if self._listed <= LISTED:
            _tell_fault(f"rejected {rejected.name}: {rejected.reason}")
        if rejected.advice and rejected.advice not in self._advised:
            self._advised.add(rejected.advice)
            _tell_fault(f"  {rejected.advice}; {TAKE_OUT}")


def _tell_fault(line: str) -> None:
    ERRORS.print(on_one_line(line), soft_wrap=True, markup=False)


def _sources(ledger: Ledger, names: Sequence[str]) -> list[Source]:
    """The sources named, or all. Raises SettingsError for one that there is not."""
    try:
        if names:
            return [named_source(ledger, name) for name in names]
    except SourceError as error:
        raise SettingsError(str(error)) from error
    with ledger.reading() as connection:
        return read_sources(connection)


@contextmanager
def _stopping_on_signals(collector: Collector) -> Iterator[None]:
    """The first SIGINT or SIGTERM stops after what is in flight, a second one at once."""

    def stop(number: int, _frame: FrameType | None) -> None:
        collector.stop()
        signal.signal(number, signal.SIG_DFL)

    before = {one: signal.signal(one, stop) for one in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
