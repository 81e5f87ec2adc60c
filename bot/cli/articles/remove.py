"""The `remove` command."""

import typer

from bot.cli.archives import chosen_folder
from bot.cli.consoles import OUTPUT, print_error
from bot.cli.options import ArchiveOption, ArticleArgument
from bot.settings import load
from corpus.archive.archive import Archive
from retrieval.index.index import Index


def remove(article: ArticleArgument, archive: ArchiveOption = None) -> None:
    """Erase one article, all its versions, from archive and index."""
    settings = load()
    with Archive(chosen_folder(settings, archive)) as opened, opened.writing():
        is_removed = opened.remove(article)
        if is_removed:
            Index(opened, settings.engine).close()
    if not is_removed:
        print_error(f"there is no article {article} in the archive")
        raise typer.Exit(1)
    OUTPUT.print(f"Removed {article}.", soft_wrap=True, markup=False)
