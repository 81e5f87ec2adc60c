"""The `show` command."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import Annotated

import typer

from bot.cli.archives import open_archive
from bot.cli.askable import Askable, cluster_alone, is_cluster_alone
from bot.cli.consoles import OUTPUT, print_error
from bot.cli.options import ArchiveOption, ArticleArgument, JsonOption, text
from bot.errors import SettingsError
from bot.render.as_json import article_json, print_json
from bot.render.english.keeper.origins import no_article_line
from bot.render.english.keeper.versions import not_yet_line
from bot.render.terminal import print_article
from bot.render.versions import print_versions, versions_json
from bot.settings import load
from corpus.archive.archive import Archive
from corpus.errors import DamagedError
from corpus.versions.version import Version, as_of
from retrieval.article_store import article_called


def show(
    article: ArticleArgument,
    archive: ArchiveOption = None,
    versions: Annotated[
        bool, typer.Option("--versions", help="All versions, and what each one changed.")
    ] = False,
    moment: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            metavar="D",
            parser=text,
            help="As it stood at 2021-03-14T17:30+02:00, or at the end of 2021-03-14.",
        ),
    ] = None,
    json: JsonOption = False,
) -> None:
    """Print one article whole."""
    settings = load()
    if is_cluster_alone(settings, archive, settings.engine):
        with cluster_alone(settings) as cluster:
            stored = _on_cluster(cluster, article)
    else:
        with open_archive(settings, archive) as opened:
            stored = _stored(opened, article)
    if moment:
        stored = _standing(stored, moment)
    newest = stored[-1].article
    if versions:
        print_json(OUTPUT, versions_json(stored)) if json else print_versions(OUTPUT, stored)
    elif json:
        print_json(OUTPUT, article_json(newest))
    else:
        print_article(OUTPUT, newest)


def _stored(archive: Archive, article: str) -> Sequence[Version]:
    """All versions; where there are none, the command ends."""
    if archive.article(article) is not None:
        return archive.versions(article)
    if archive.is_damaged(article):
        raise DamagedError(
            f"{article} is damaged: what is stored is not what was taken in;"
            " backissue check lists all that is"
        )
    print_error(no_article_line(article))
    raise typer.Exit(1)


def _on_cluster(cluster: Askable, name: str) -> Sequence[Version]:
    """The same of an article that lies there."""
    article = article_called(cluster.store, name)
    kept = (feed.versions(article.id) for feed in cluster.feeds().values()) if article else ()
    found = next(filter(None, kept), None)
    if found is None:
        print_error(no_article_line(name))
        raise typer.Exit(1)
    return found


def _standing(versions: Sequence[Version], moment: str) -> list[Version]:
    """The versions up to the one that stood at a moment; where there was none, the command ends."""
    at = _moment(moment, versions[0])
    standing = as_of(versions, at)
    if standing is None:
        print_error(not_yet_line(versions[0].article.id, at))
        raise typer.Exit(1)
    return [version for version in versions if version.seq <= standing.seq]


def _moment(text: str, first: Version) -> datetime:
    """What is meant, by the paper's own clock where no zone is named; of a day its end."""
    published = first.article.published
    zone = published.tzinfo if isinstance(published, datetime) else UTC
    try:
        if len(text) == len("2021-03-14"):
            return datetime.combine(date.fromisoformat(text), time.max, zone)
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise SettingsError(
            f"--as-of: {text!r} is no date; write 2021-03-14 or 2021-03-14T17:30"
        ) from error
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)
