"""The `show` command."""

import typer

from bot.cli.archives import open_archive
from bot.cli.consoles import OUTPUT, print_error
from bot.cli.options import ArchiveOption, ArticleArgument, JsonOption
from bot.render.as_json import article_json, print_json
from bot.render.terminal import print_article
from bot.settings import load
from corpus.errors import DamagedError


def show(article: ArticleArgument, archive: ArchiveOption = None, json: JsonOption = False) -> None:
    """Print one article whole."""
    settings = load()
    with open_archive(settings, archive) as opened:
        found = opened.article(article)
        if found is None and opened.is_damaged(article):
            raise DamagedError(
                f"{article} is damaged: what is stored is not what was taken in;"
                " backissue check lists all that is"
            )
    if found is None:
        print_error(f"there is no article {article} in the archive")
        raise typer.Exit(1)
    if json:
        print_json(OUTPUT, article_json(found))
    else:
        print_article(OUTPUT, found)
