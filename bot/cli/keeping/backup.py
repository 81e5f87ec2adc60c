"""The `backup` command."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.archives import chosen_folder, opened_archive
from bot.cli.consoles import OUTPUT
from bot.cli.keeping.places import EvenDamagedOption, OverwriteOption, check_free
from bot.cli.keeping.progress import counting, working
from bot.cli.options import ArchiveOption, path
from bot.render.english.keeper.checks import backed_up
from bot.render.keeping import print_damaged
from bot.settings import load
from corpus.archive.keeping.copying import Progress, copy_verified


def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", parser=path, help="Where to write it.")],
    archive: ArchiveOption = None,
    overwrite: OverwriteOption = False,
    even_damaged: EvenDamagedOption = False,
) -> None:
    """Copy the archive to one file, as of now, and verify it.

    Others may write to the archive meanwhile. FILE has everything but the index, which is built
    again from it; every article in it is held against its digest before the file takes its name.
    Where anything is damaged nothing is written, so that an older backup stays.
    """
    settings = load()
    check_free(file, overwrite=overwrite)
    with opened_archive(chosen_folder(settings, archive)) as opened, working() as begin:
        copying, checking = begin("copying", "pages"), begin("verifying", "articles")
        progress = Progress(
            lambda left, total: copying(total - left, total), counting(checking, opened)
        )
        found = copy_verified(opened.path, file, progress, even_damaged=even_damaged)
    print_damaged(OUTPUT, found)
    OUTPUT.print(backed_up(found, file, file.stat().st_size), soft_wrap=True, markup=False)
    raise typer.Exit(0 if found.is_sound else 1)
