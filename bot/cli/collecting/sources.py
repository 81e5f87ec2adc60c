"""The `sources` commands: what is collected from."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from bot.cli.archives import chosen_folder, opened_archive
from bot.cli.collecting.options import NameArgument, PrivateOption, SinceOption, day_since
from bot.cli.consoles import OUTPUT
from bot.cli.options import ArchiveOption, JsonOption, chosen_zone, text
from bot.errors import SettingsError
from bot.render.as_json import print_json
from bot.render.collecting import print_sources, sources_json
from bot.render.english.collecting import NO_SOURCES
from bot.settings import load
from corpus.collect.adding import SourceError, Wish, named_source, remove_source
from corpus.collect.state.ledger import Ledger, collecting_alone
from corpus.collect.state.standing import collection_of

sources = typer.Typer(no_args_is_help=True, help="What articles are collected from.")

AddressArgument = Annotated[
    str, typer.Argument(parser=text, help="Of a newspaper's site, a feed or a sitemap.")
]


@sources.command()
def add(  # noqa: PLR0913 (one parameter an option)
    address: AddressArgument,
    *,
    archive: ArchiveOption = None,
    name: Annotated[
        str | None, typer.Option("--name", parser=text, help="The outlet; else as the site says.")
    ] = None,
    timezone: Annotated[
        str | None, typer.Option("--timezone", help="The outlet's zone, e.g. Europe/Vilnius.")
    ] = None,
    since: SinceOption = None,
    allow_private: PrivateOption = False,
) -> None:
    """Add a newspaper to collect from; what its site offers is found from it."""
    from bot.cli.collecting.surveying import add_found  # noqa: PLC0415 (it loads HTTP)

    settings = load()
    zone = chosen_zone(timezone or settings.timezone, "--timezone")
    wish = Wish(name, zone, day_since(since))
    folder = chosen_folder(settings, archive)
    code = add_found(settings, folder, address, wish, allow_private=allow_private)
    raise typer.Exit(code)


@sources.command("list")
def list_(archive: ArchiveOption = None, json: JsonOption = False) -> None:
    """List the sources: articles, what is still to be asked for, what fails or fell silent."""
    settings = load()
    with opened_archive(chosen_folder(settings, archive)) as opened:
        standings = collection_of(opened, datetime.now(UTC)).standings
    if json:
        print_json(OUTPUT, sources_json(standings))
    elif standings:
        print_sources(OUTPUT, standings)
    else:
        OUTPUT.print(NO_SOURCES, soft_wrap=True)


@sources.command()
def remove(name: NameArgument, archive: ArchiveOption = None) -> None:
    """Collect no more from a source; its articles stay."""
    settings = load()
    with (
        opened_archive(chosen_folder(settings, archive)) as opened,
        collecting_alone(opened.directory),
    ):
        ledger = Ledger(opened)
        try:
            source = named_source(ledger, name)
        except SourceError as error:
            raise SettingsError(str(error)) from error
        remove_source(ledger, source)
    OUTPUT.print(
        f"Removed the source {source.name}; its articles stay.", soft_wrap=True, markup=False
    )


@sources.command()
def test(
    address: AddressArgument,
    timezone: Annotated[
        str | None, typer.Option("--timezone", help="The outlet's zone, e.g. Europe/Vilnius.")
    ] = None,
    allow_private: PrivateOption = False,
    json: JsonOption = False,
) -> None:
    """Say what would be collected from an address, and where each field stands; store nothing."""
    from bot.cli.collecting.surveying import show_found  # noqa: PLC0415 (it loads HTTP)

    settings = load()
    zone = chosen_zone(timezone or settings.timezone, "--timezone")
    code = show_found(settings, address, zone, allow_private=allow_private, json=json)
    raise typer.Exit(code)
