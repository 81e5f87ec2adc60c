"""The `export` command."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.archives import chosen_folder, opened_archive
from bot.cli.consoles import ERRORS
from bot.cli.keeping.places import OverwriteOption, check_free
from bot.cli.keeping.progress import working
from bot.cli.options import ArchiveOption, path, text
from bot.cli.questions.how_to_ask import scope_of
from bot.render.english.keeping import exported, left_out
from bot.settings import load
from corpus.archive.keeping.exporting import (
    Unread,
    Wanted,
    Write,
    articles,
    line_of,
    newest,
    writing_to,
)

STDOUT = "-"


def export(  # noqa: PLR0913, PLR0917 (a command's options are its parameters)
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            parser=path,
            help="Where to write; .gz compresses, - is standard output.",
        ),
    ],
    archive: ArchiveOption = None,
    since: Annotated[
        str | None, typer.Option("--since", help="Published on that day or later.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", help="Published on that day or before.")
    ] = None,
    source: Annotated[
        list[str] | None, typer.Option("--source", parser=text, help="Of that outlet or agency.")
    ] = None,
    overwrite: OverwriteOption = False,
) -> None:
    """Write articles as JSON Lines, as `import` reads them: one a line, the newest version of each.

    An import of them gives the same articles, to the character. Older versions stay behind; a
    backup has them. Damaged articles are left out and named, and the exit code is 1.
    """
    settings = load()
    is_stdout = str(file) == STDOUT
    if not is_stdout:
        check_free(file, overwrite=overwrite)
    done, damaged = 0, []
    with opened_archive(chosen_folder(settings, archive)) as kept, working() as begin:
        scope = scope_of(kept, since, until, source or ())
        seqs = newest(kept, Wanted(scope.since, scope.until, scope.sources))
        reached = begin("exporting", "articles")
        with _output(file, is_stdout=is_stdout) as write:
            for article in articles(kept, seqs):
                if isinstance(article, Unread):
                    damaged.append(article.id)
                    continue
                write(line_of(article))
                done += 1
                reached(done, len(seqs))
    for line in (*left_out(damaged), exported(done, file)):
        ERRORS.print(line, soft_wrap=True, markup=False)
    raise typer.Exit(1 if damaged else 0)


@contextmanager
def _output(file: Path, *, is_stdout: bool) -> Iterator[Write]:
    if is_stdout:
        yield sys.stdout.buffer.write
        sys.stdout.buffer.flush()
        return
    with writing_to(file) as write:
        yield write
