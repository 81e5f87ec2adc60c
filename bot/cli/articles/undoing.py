"""Takes back what an import or a collection brought."""

from pathlib import Path

from bot.cli.archives import chosen_folder, opened_archive
from bot.cli.consoles import OUTPUT
from bot.cli.keeping.index_progress import brought_up
from bot.render.english.keeper.origins import undone_lines
from bot.settings import Settings


def undo_run(settings: Settings, named: Path | None, run: int) -> None:
    """Undo a run, and bring the index up. Raises NoSuchRunError."""
    with opened_archive(chosen_folder(settings, named)) as archive:
        undone = archive.undo(run)
        for line in undone_lines(run, undone):
            OUTPUT.print(line, soft_wrap=True)
        brought_up(archive, settings).close()
