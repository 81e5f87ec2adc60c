"""Takes an archive's changes into an index, and builds one beside that which answers."""

import contextlib
import logging
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext

import msgspec

from corpus.archive.archive import Archive
from retrieval.engines.engine import Engine
from retrieval.errors import IndexUnusableError
from retrieval.index.place import Place
from retrieval.index.source import analysed_since, new_state
from retrieval.index.state import State

Advance = Callable[[int], None]

log = logging.getLogger(__name__)


class Builder:
    """Of one archive's index in one place. Whoever calls it is the only writer, see `writing`."""

    def __init__(self, archive: Archive, place: Place) -> None:
        self._archive = archive
        self._place = place

    def writing(self, *, wait: float | None = None) -> AbstractContextManager[None]:
        """Be the only writer, where what is written outlives this process."""
        if not self._place.is_kept:
            return nullcontext()
        return self._archive.writing() if wait is None else self._archive.writing(wait=wait)

    def beside(self, advance: Advance | None) -> tuple[State, Engine]:
        """A new index, whole and published; whatever was there before is not looked at."""
        state, engine = self.empty()
        try:
            for reached in self.taking(state, engine, advance):
                state = reached
            self._place.prove(state)
            self._place.publish(state)
        except BaseException:
            self.give_up(state, engine)
            raise
        return state, engine

    def empty(self) -> tuple[State, Engine]:
        """A new index that has nothing yet, and is not published."""
        state = new_state(self._archive, self._place.new_name())
        try:
            return state, self._place.open(state)
        except IndexUnusableError:
            self._place.discard(state)
            raise

    def give_up(self, state: State, engine: Engine) -> None:
        """Leave nothing behind of an index that could not be built."""
        with contextlib.suppress(IndexUnusableError):
            engine.close()
        self._place.discard(state)

    def taking(
        self, state: State, engine: Engine, advance: Advance | None, *, seq: int = 0
    ) -> Iterator[State]:
        """Take in what changed after `seq`; the state after each commit."""
        for last in self._commits(engine, seq, advance):
            state = msgspec.structs.replace(
                state,
                seq=last,
                wanted=max(last, self._archive.last_seq()),
                mark=self._archive.mark(last),
                paragraphs=engine.view().passage_count(),
                articles=engine.article_count(),
            )
            yield state

    def _commits(self, engine: Engine, seq: int, advance: Advance | None) -> Iterator[int]:
        """The last change of each commit."""
        taken = 0
        for change, entry in analysed_since(
            self._archive, seq, are_kept=self._place.keeps_articles
        ):
            if not change.first:
                engine.remove(change.id, change.seq)
            if change.is_damaged:
                log.warning("%s is damaged: it is found, but not quoted", change.id)
            if entry is not None:
                engine.add(entry)
                taken += len(entry.paragraphs)
            seq = change.seq
            if advance is not None:
                advance(1)
            if taken >= self._place.commit_every:
                engine.commit()
                yield seq
                taken = 0
        engine.commit()
        yield seq
