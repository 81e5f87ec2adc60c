"""Articles from wherever → the archive, in batches, counted."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from corpus.archive.archive import Archive
from corpus.archive.batch import Added
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
    which is then left out.
    """

    added: Added = field(default_factory=Added)
    rejected: int = 0
    passed_over: Counter[str] = field(default_factory=Counter)
    no_source: int = 0
    no_zone: int = 0

    @property
    def articles(self) -> int:
        """Articles read, whether or not they were new."""
        return self.added.new + self.added.changed + self.added.unchanged


@dataclass(frozen=True, slots=True)
class Report:
    """What an import calls as it goes.

    `progress` gets (bytes read on disk, articles stored) since its last call, `reject` each input
    that was not taken.
    """

    progress: Callable[[int, int], None]
    reject: Callable[[Rejected], None]


def import_files(archive: Archive, files: Files, *, defaults: Defaults, report: Report) -> Imported:
    """Take in all articles of some files; call inside `writing`.

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
    return take_in(archive, items, progress=progress, reject=report.reject)


def take_in(
    archive: Archive,
    items: Iterable[Finished | Rejected],
    *,
    progress: Callable[[int], None],
    reject: Callable[[Rejected], None],
) -> Imported:
    """Store articles in batches; call inside `writing`. `progress` hears how many were stored."""
    done = Imported()
    waiting: list[Article] = []

    with archive.batch() as batch:

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
            waiting.append(item.article)
            done.no_source += item.no_source
            done.no_zone += item.no_zone
            if len(waiting) == AT_ONCE:
                store()
        store()
    done.added = batch.added
    return done
