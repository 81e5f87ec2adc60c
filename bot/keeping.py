"""The keeper's commands: import, stats, show, remove, reindex."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import TextIO
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    TaskProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)

from bot.errors import SettingsError
from bot.names import as_text, on_one_line
from bot.opening import chosen_folder, indexing
from bot.render.as_json import Json, article_json, dumps, print_json, stats_json
from bot.render.terminal import print_article, print_stats
from bot.settings import Settings
from corpus.archive.archive import Archive
from corpus.errors import UnreadableError
from corpus.files import Files, find_files
from corpus.intake import Imported, Report, import_files
from corpus.readers import Defaults, Rejected
from retrieval.index.index import Index, status

LISTED = 20  # rejected inputs named on the terminal; `--report` has them all


@dataclass(frozen=True, slots=True)
class Plan:
    """What to import, and what to assume of it."""

    paths: tuple[Path, ...]
    source: str | None
    timezone: ZoneInfo | None
    report: Path | None


def import_articles(
    settings: Settings, named: Path | None, plan: Plan, output: Console, errors: Console
) -> int:
    """Import, then bring the index up. Returns the exit code: 1 when something was rejected."""
    for path in plan.paths:
        if not _is_there(path):
            raise SettingsError(f"there is no {path}")
    try:
        defaults = Defaults(plan.source, plan.timezone)
    except UnreadableError as error:
        raise SettingsError(f"--source cannot be used: {error}") from error
    started = perf_counter()
    files = find_files(plan.paths)
    with ExitStack() as stack:
        reject = stack.enter_context(_rejections(plan.report, files, errors))
        archive = stack.enter_context(Archive(chosen_folder(settings, named), create=True))
        stack.enter_context(archive.writing())  # to the end: nobody else need build the index
        with _reading(files, errors) as progress:
            done = import_files(archive, files, defaults=defaults, report=Report(progress, reject))
        with indexing(archive, errors) as advance:
            index = Index(archive, settings.engine, advance=advance)
        paragraphs = index.engine.passage_count()
        index.close()
    _summarise(done, perf_counter() - started, output, errors)
    output.print(f"The archive now has {paragraphs:,} paragraphs to quote.", soft_wrap=True)
    return 1 if done.rejected else 0


def _summarise(done: Imported, seconds: float, output: Console, errors: Console) -> None:
    added = done.added
    if done.articles and not added.new and not added.changed:
        counts = f"nothing changed, all {done.articles:,} articles were there already"
    else:
        counts = (
            f"{added.new:,} new {'article' if added.new == 1 else 'articles'}, "
            f"{added.changed:,} changed, {added.unchanged:,} as before"
        )
    rate = f"{done.articles / seconds:,.0f} a second"
    output.print(f"Imported in {seconds:.1f} s ({rate}): {counts}.", soft_wrap=True)
    hints = (
        (done.rejected, "rejected"),
        (done.no_source, "without an outlet; give --source NAME to name it"),
        (done.no_zone, "with a time but no zone, kept as dates; give --timezone ZONE to keep it"),
    )
    for count, hint in hints:
        if count:
            errors.print(f"{count:,} {hint}.", soft_wrap=True)
    if done.no_source or done.no_zone:
        errors.print("Importing the same again with that doubles nothing.", soft_wrap=True)


@contextmanager
def _rejections(
    report: Path | None, files: Files, errors: Console
) -> Iterator[Callable[[Rejected], None]]:
    """List the first rejected inputs on the terminal, and all of them in the report."""
    listed = 0
    file = _opened(report, files) if report else None

    def reject(rejected: Rejected) -> None:
        nonlocal listed
        listed += 1
        name = as_text(rejected.name)
        where = f"{name}:{rejected.line}" if rejected.line else name
        if listed <= LISTED:
            line = on_one_line(f"rejected {where}: {rejected.reason}")
            errors.print(line, soft_wrap=True, markup=False)
        elif listed == LISTED + 1:
            errors.print("more were rejected; --report FILE lists them all", soft_wrap=True)
        if file:
            where_and_why: dict[str, Json] = {
                "file": name,
                "line": rejected.line,
                "reason": rejected.reason,
            }
            file.write(dumps(where_and_why) + "\n")

    try:
        yield reject
    finally:
        if file:
            file.close()


def _opened(report: Path, files: Files) -> TextIO:
    """The report, emptied, unless the import would read it."""
    try:
        if files.include(report):
            raise SettingsError(f"--report {report} lies among what is to be imported")
        return report.open("w", encoding="utf-8")
    except OSError as error:
        raise SettingsError(f"{report} cannot be written: {error.strerror}") from error


def _is_there(path: Path) -> bool:
    """Be it readable or not: the import lists what it cannot read."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


@contextmanager
def _reading(files: Files, errors: Console) -> Iterator[Callable[[int, int], None]]:
    """A progress bar over the bytes on disk, with articles, rate and time left."""
    progress = Progress(
        TextColumn("importing"),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[articles]:,} articles, {task.fields[rate]:,.0f} a second"),
        TimeRemainingColumn(),
        console=errors,
        transient=True,
        disable=not errors.is_terminal,
    )
    total = files.bytes if errors.is_terminal else None
    task = progress.add_task("", total=total, articles=0, rate=0.0)
    started = perf_counter()
    stored = 0

    def advance(size: int, articles: int) -> None:
        nonlocal stored
        stored += articles
        rate = stored / max(perf_counter() - started, 0.001)
        progress.update(task, advance=size, articles=stored, rate=rate)

    with progress:
        yield advance


def show_stats(archive: Archive, engine: str, output: Console, *, json: bool) -> None:
    holdings, index = archive.holdings(), status(archive, engine)
    if json:
        print_json(output, stats_json(holdings, index))
    else:
        print_stats(output, holdings, index)


def show_article(archive: Archive, article_id: str, output: Console, *, json: bool) -> bool:
    """Print one article; False where there is none of that id."""
    article = archive.article(article_id)
    if article is None:
        return False
    if json:
        print_json(output, article_json(article))
    else:
        print_article(output, article)
    return True


def remove_article(
    settings: Settings, named: Path | None, article_id: str, output: Console
) -> bool:
    """Erase one article from archive and index; False where there is none of that id."""
    with Archive(chosen_folder(settings, named)) as archive:
        with archive.writing():
            removed = archive.remove(article_id)
            if removed:
                Index(archive, settings.engine).close()
        if removed:
            output.print(f"Removed {article_id}.", soft_wrap=True, markup=False)
    return removed


def rebuild(
    settings: Settings, named: Path | None, engine: str, output: Console, errors: Console
) -> None:
    """Build the index of one engine anew."""
    started = perf_counter()
    with Archive(chosen_folder(settings, named)) as archive:
        with indexing(archive, errors) as advance:
            index = Index.rebuilt(archive, engine, advance=advance)
        paragraphs = index.engine.passage_count()
        index.close()
    seconds = perf_counter() - started
    output.print(f"Indexed {paragraphs:,} paragraphs in {seconds:.1f} s ({engine}).")
