"""The `remove` command."""

from typing import Annotated, NoReturn

import typer

from bot.cli.archives import chosen_folder, opened_archive
from bot.cli.articles.criteria import (
    FaultOption,
    RunOption,
    SinceOption,
    SourceOption,
    TitleOption,
    UntilOption,
    criteria_of,
)
from bot.cli.consoles import ERRORS, OUTPUT, print_error
from bot.cli.options import ArchiveOption, text
from bot.errors import SettingsError
from bot.render.english.keeper.origins import (
    IN_LOG,
    NONE_LIKE_THAT,
    count_wanted,
    in_copies,
    no_article_line,
    no_more_line,
    removed_line,
    still_in_index,
    whose_words,
    would_be_removed,
)
from bot.render.origins import print_listed
from bot.settings import Settings, load
from corpus.archive.archive import Archive
from corpus.archive.keeping.upgrading import copies_in
from corpus.archive.provenance.origins import Criteria
from corpus.archive.provenance.removals import Removed
from retrieval.engines.registry import Kept, kind_of
from retrieval.index.everywhere import bring_up

UNUSABLE = 3
ALL_SHOWN = 20  # of those that would be removed


def remove(  # noqa: PLR0913 (a command's options are its parameters)
    article: Annotated[
        str | None, typer.Argument(parser=text, help="The article's id, or one of its addresses.")
    ] = None,
    *,
    archive: ArchiveOption = None,
    source: SourceOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    title: TitleOption = None,
    run: RunOption = None,
    fault: FaultOption = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what would be removed.")
    ] = False,
    count: Annotated[
        int | None,
        typer.Option("--count", help="How many there are, as --dry-run says; needed for options."),
    ] = None,
) -> None:
    """Erase an article, or all that the options mean, for ever: they do not come in again.

    All versions go, from archive and index. `import --again` takes in what was removed.
    """
    criteria = criteria_of(source, (since, until), title=title, run=run, fault=fault)
    if (article is None) == (criteria == Criteria()):
        raise SettingsError("name one article, or say by options which are meant")
    settings = load()
    with opened_archive(chosen_folder(settings, archive)) as opened:
        names = [opened.known_id(article)] if article else opened.origins.ids(criteria)
        known = [name for name in names if name is not None]
        if not known:
            if article and not dry_run and opened.is_removed(article):
                _remove_again(opened, article, settings)
            print_error(no_article_line(article) if article else NONE_LIKE_THAT)
            raise typer.Exit(1)
        if dry_run:
            _show(opened, criteria, known)
            return
        if article is None and count != len(known):
            raise SettingsError(count_wanted(len(known), count))
        removed = opened.remove(*known)
        behind = bring_up(opened, settings.engine, settings.cluster)
    OUTPUT.print(removed_line(removed.articles, article), soft_wrap=True, markup=False)
    if settings.engine != "rank-bm25":
        ERRORS.print(whose_words(removed.articles), soft_wrap=True)
    if copies := copies_in(opened.directory):
        ERRORS.print(in_copies([copy.name for copy in copies]), soft_wrap=True, markup=False)
    _tell_what_stays(removed, behind)


def _remove_again(archive: Archive, article: str, settings: Settings) -> NoReturn:
    """Of an article that the archive has no more: an index that was away then may still have it."""
    removed = archive.remove()
    _tell_what_stays(removed, bring_up(archive, settings.engine, settings.cluster))
    print_error(no_more_line(article))
    raise typer.Exit(1)


def _tell_what_stays(removed: Removed, behind: dict[str, str]) -> None:
    """`behind`: the indexes that the removal did not reach, each with the reason."""
    if not removed.is_log_empty:
        ERRORS.print(IN_LOG, soft_wrap=True)
    for engine, reason in behind.items():
        has_texts = kind_of(engine).kept is Kept.ON_CLUSTER
        print_error(still_in_index(engine, reason, has_texts=has_texts))
    if behind:
        raise typer.Exit(UNUSABLE)


def _show(archive: Archive, criteria: Criteria, known: list[str]) -> None:
    OUTPUT.print(would_be_removed(len(known)), soft_wrap=True)
    if criteria == Criteria():
        OUTPUT.print(known[0], soft_wrap=True, markup=False)
    else:
        print_listed(OUTPUT, list(archive.origins.articles(criteria, ALL_SHOWN)), len(known))
