"""Takes articles from files into the archive and its index, and says what came of it."""

from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from zoneinfo import ZoneInfo

from bot.cli.archives import archive_option, chosen_folder, opened_archive
from bot.cli.articles.import_progress import reading
from bot.cli.articles.rejections import rejections
from bot.cli.console_text import as_text
from bot.cli.consoles import ERRORS, OUTPUT
from bot.cli.keeping.index_progress import brought_up
from bot.errors import SettingsError
from bot.render.english.dates import counted
from bot.render.english.keeper.origins import kept_out_line, undo_line
from bot.settings import Settings
from corpus.errors import UnreadableError
from corpus.files import find_files
from corpus.intake import Given, Imported, Report, import_files
from corpus.outlets import known_outlets
from corpus.readers import Defaults
from corpus.readers.records.field_names import FieldNames

NO_ZONE = "with a time but no zone, kept as dates; give --timezone ZONE to keep it"
NAMES_NO_ZONE = "with a time in a zone whose name may mean several, kept as dates"


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What to import, and what to assume of it."""

    paths: tuple[Path, ...]
    source: str | None
    timezone: ZoneInfo | None
    report: Path | None
    fields: FieldNames = field(default_factory=dict)
    again: bool = False

    @property
    def given(self) -> Given:
        """As it is listed with the run."""
        told = {"--source": self.source, "--timezone": self.timezone and self.timezone.key}
        options = [word for name, value in told.items() if value for word in (name, value)]
        options += [f"--map {name}={'.'.join(path)}" for name, path in self.fields.items()]
        return Given((*map(as_text, self.paths), *options), self.again)


def import_articles(settings: Settings, named: Path | None, plan: ImportPlan) -> int:
    """Import, then bring the index up. Returns the exit code: 1 when something was rejected."""
    for path in plan.paths:
        if not _is_there(path):
            raise SettingsError(f"there is no {path}")
    try:
        defaults = Defaults(plan.source, plan.timezone, plan.fields)
    except UnreadableError as error:
        raise SettingsError(f"--source cannot be used: {error}") from error
    known_outlets()  # where one cannot be used, it is said here and not in a worker
    started = perf_counter()
    files = find_files(plan.paths)
    folder = chosen_folder(settings, named)
    with ExitStack() as stack:
        reject = stack.enter_context(rejections(plan.report, files))
        archive = stack.enter_context(opened_archive(folder, create=True))
        with reading(files) as progress:
            done = import_files(
                archive,
                files,
                defaults=defaults,
                report=Report(progress, reject),
                given=plan.given,
            )
        _summarise(done, perf_counter() - started, plan)
        if done.run and (done.added.new or done.added.changed):
            undo = undo_line(done.run, archive_option(settings, folder))
            OUTPUT.print(undo, soft_wrap=True, markup=False)
        index = brought_up(archive, settings)
        paragraphs, is_fresh = index.passage_count(), index.is_fresh()
        index.close()
    OUTPUT.print(f"The archive now has {paragraphs:,} paragraphs to quote.", soft_wrap=True)
    if not is_fresh:  # a cluster that was away, or a disk that is full
        ERRORS.print("The newest articles are still being taken in.", soft_wrap=True)
    return 1 if done.rejected else 0


def _summarise(done: Imported, seconds: float, plan: ImportPlan) -> None:
    added = done.added
    if done.articles and not (added.new or added.changed or added.kept_out):
        counts = f"nothing changed, all {done.articles:,} articles were there already"
    else:
        counts = (
            f"{counted(added.new, 'new article')}, "
            f"{added.changed:,} changed, {added.unchanged:,} as before"
        )
    rate = f"{done.articles / seconds:,.0f} a second"
    OUTPUT.print(f"Imported in {seconds:.1f} s ({rate}): {counts}.", soft_wrap=True)
    if done.passed_over:
        reasons = ", ".join(f"{count:,} {why}" for why, count in done.passed_over.most_common())
        OUTPUT.print(f"Passed over as no articles: {reasons}.", soft_wrap=True, markup=False)
    hints = (
        (done.rejected, "rejected"),
        (done.no_source, "without an outlet; give --source NAME to name it"),
        (done.no_zone, NAMES_NO_ZONE if plan.timezone else NO_ZONE),
    )
    for count, hint in hints:
        if count:
            ERRORS.print(f"{count:,} {hint}.", soft_wrap=True)
    if added.kept_out:
        ERRORS.print(kept_out_line(added.kept_out), soft_wrap=True)
    if done.no_source or (done.no_zone and not plan.timezone):
        ERRORS.print("Importing the same again with that doubles nothing.", soft_wrap=True)


def _is_there(path: Path) -> bool:
    """Be it readable or not: the import lists what it cannot read."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True
