"""The `restore` command."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.archives import chosen_folder, opened_archive
from bot.cli.consoles import OUTPUT
from bot.cli.keeping.index_progress import brought_up
from bot.cli.keeping.places import EvenDamagedOption, check_empty
from bot.cli.keeping.progress import counting, working
from bot.cli.options import ArchiveOption, path
from bot.errors import SettingsError
from bot.render.english.keeper.checks import restored
from bot.render.keeping import print_damaged
from bot.settings import load
from corpus.archive.archive import FILE_NAME
from corpus.archive.keeping.checking import Checked
from corpus.archive.keeping.copying import Progress, copy_verified
from corpus.archive.keeping.faults import translated


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", parser=path, help="A backup.")],
    archive: ArchiveOption = None,
    even_damaged: EvenDamagedOption = False,
) -> None:
    """Put a backup in place of an archive, in an empty folder, and build its index.

    The copy is verified before it takes its name: every article is held against its digest. Where
    anything is damaged nothing is put in place.
    """
    settings = load()
    folder = chosen_folder(settings, archive)
    if not file.is_file():
        raise SettingsError(f"there is no file {file}")
    check_empty(folder)
    found = _put_in_place(file, folder, even_damaged=even_damaged)
    print_damaged(OUTPUT, found)
    OUTPUT.print(restored(found, folder), soft_wrap=True, markup=False)
    with opened_archive(folder) as opened:
        index = brought_up(opened, settings)
        OUTPUT.print(f"Indexed {index.passage_count():,} paragraphs ({settings.engine}).")
        index.close()
    raise typer.Exit(0 if found.is_sound else 1)


def _put_in_place(file: Path, folder: Path, *, even_damaged: bool) -> Checked:
    """A folder that was made for it goes again where it fails."""
    is_new = not folder.exists()
    with translated(folder):
        folder.mkdir(parents=True, exist_ok=True)
    try:
        with working() as begin:
            copying, checking = begin("copying", "pages"), begin("verifying", "articles")
            progress = Progress(
                lambda left, total: copying(total - left, total), counting(checking, None)
            )
            return copy_verified(file, folder / FILE_NAME, progress, even_damaged=even_damaged)
    except BaseException:
        if is_new:
            folder.rmdir()
        raise
