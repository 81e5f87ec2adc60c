"""Articles from wherever → the archive, in batches, counted."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from corpus.archive.archive import Archive
from corpus.archive.provenance.preparing import Prepared
from corpus.archive.provenance.runs import Added
from corpus.article import Article
from corpus.files import Files, read_files
from corpus.readers.draft import Defaults, Finished
from corpus.readers.reading import PassedOver, Rejected

AT_ONCE = 500  # articles a transaction


@dataclass(slots=True)
class Imported:
    """What an import did, counted as it goes.

    `passed_over` counts pages among others that are no articles, by the reason. `no_source` and
    `no_zone` count articles taken although they name no outlet, or give a time without a zone,
    which is then left out. `run` is its number, by which it can be undone.
    """

    added: Added = field(default_factory=Added)
    rejected: int = 0
    passed_over: Counter[str] = field(default_factory=Counter)
    no_source: int = 0
    no_zone: int = 0
    run: int | None = None

    @property
    def articles(self) -> int:
        """Articles read, whether or not they were new."""
        return sum((self.added.new, self.added.changed, self.added.unchanged, self.added.kept_out))


@dataclass(frozen=True, slots=True)
class Report:
    """What an import calls as it goes.

    `progress` gets (bytes read on disk, articles stored) since its last call, `reject` each input
    that was not taken.
    """

    progress: Callable[[int, int], None]
    reject: Callable[[Rejected], None]


@dataclass(frozen=True, slots=True)
class Given:
    """What the keeper gave to an import: the words of it, to be listed; whether what was removed
    may come in `again`.
    """

    words: tuple[str, ...] = ()
    again: bool = False


NOTHING = Given()


def import_files(
    archive: Archive,
    files: Files,
    *,
    defaults: Defaults,
    report: Report,
    given: Given = NOTHING,
) -> Imported:
    """Take in all articles of some files.

    What cannot be read is reported and does not stop the rest.
    """
    consumed = 0

    def advance(size: int) -> None:
        nonlocal consumed
        consumed += size

    def progress(articles: int) -> None:
        nonlocal consumed
        report.progress(consumed, articles)
        consumed = 0

    items = read_files(files.found, defaults, advance)
    return take_in(archive, items, progress=progress, reject=report.reject, given=given)


def take_in(
    archive: Archive,
    items: Iterable[Finished | Rejected | PassedOver],
    *,
    progress: Callable[[int], None],
    reject: Callable[[Rejected], None],
    given: Given = NOTHING,
) -> Imported:
    """Store articles in batches, as a run. `progress` hears how many were stored.

    Others may write between two batches.
    """
    done = Imported()
    waiting: list[Prepared | Article] = []

    with archive.batch("import", given.words, again=given.again) as batch:

        def store() -> None:
            if waiting:
                batch.add(waiting)
            progress(len(waiting))
            waiting.clear()

        for item in items:
            if isinstance(item, PassedOver):
                done.passed_over[item.reason] += 1
                continue
            if isinstance(item, Rejected):
                done.rejected += 1
                reject(item)
                continue
            waiting.append(item.prepared or item.article)
            done.no_source += item.no_source
            done.no_zone += item.no_zone
            if len(waiting) == AT_ONCE:
                store()
        store()
    done.added, done.run = batch.added, batch.run
    return done
