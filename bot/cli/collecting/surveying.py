"""Looks at what an address offers: to add it, or only to show it."""

from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.cli.archives import archive_option, opened_archive
from bot.cli.collecting.web import open_web
from bot.cli.consoles import OUTPUT, print_error
from bot.errors import SettingsError
from bot.render.as_json import print_json
from bot.render.english.collecting import (
    LISTS_NOTHING,
    collect_line,
    reason_of,
    whole_site_line,
    why_no_address,
)
from bot.render.found import found_json, print_found, print_survey
from bot.settings import Settings
from corpus.archive.archive import FILE_NAME
from corpus.collect.adding import SourceError, Wish, add_source
from corpus.collect.reading.taking import Taken
from corpus.collect.showing import newest_pages
from corpus.collect.state.ledger import Ledger
from corpus.collect.surveying import NothingListedError, UnreachableError, survey
from corpus.errors import CorpusError

NOTHING, UNUSABLE = 1, 3
SHOWN = 3  # articles of a source that is only tried


def add_found(
    settings: Settings, folder: Path, address: str, wish: Wish, *, allow_private: bool
) -> int:
    """Add what an address offers as a source. Returns the exit code.

    A new archive is made only for a source that is there.
    """
    with ExitStack() as stack:
        ledger = None
        if (folder / FILE_NAME).exists():
            ledger = Ledger(stack.enter_context(opened_archive(folder)))
        web = stack.enter_context(open_web(settings, ledger, allow_private=allow_private))
        try:
            found = survey(with_scheme(address), web.fetcher, web.pool)
            if ledger is None:
                ledger = Ledger(stack.enter_context(opened_archive(folder, create=True)))
                web.robots.keep_in(ledger)
            source = add_source(ledger, found, wish, datetime.now(UTC))
        except SourceError as error:
            raise SettingsError(str(error)) from error
        except (UnreachableError, NothingListedError) as error:
            return _nothing(error)
    OUTPUT.print(f"Added {source.name}.", soft_wrap=True, markup=False)
    if found.article:
        OUTPUT.print(whole_site_line(found.article, found.address), soft_wrap=True, markup=False)
    print_survey(OUTPUT, found)
    if not any(listing.listed.pages or listing.listed.parts for listing in found.listings):
        OUTPUT.print(LISTS_NOTHING, soft_wrap=True)
    further = archive_option(settings, folder) + (" --allow-private" if allow_private else "")
    OUTPUT.print(collect_line(further), soft_wrap=True, markup=False)
    return 0


def show_found(
    settings: Settings, address: str, zone: ZoneInfo | None, *, allow_private: bool, json: bool
) -> int:
    """Say what an address offers, with its newest articles. Returns the exit code."""
    with open_web(settings, None, allow_private=allow_private) as web:
        try:
            found = survey(with_scheme(address), web.fetcher, web.pool)
        except (UnreachableError, NothingListedError) as error:
            return _nothing(error)
        pages = newest_pages(found, zone, (web.fetcher, web.pool), SHOWN)
    if json:
        print_json(OUTPUT, found_json(found, pages))
    else:
        print_survey(OUTPUT, found)
        print_found(OUTPUT, pages)
    return 0 if any(isinstance(page.came, Taken) for page in pages) else NOTHING


def with_scheme(address: str) -> str:
    """`www.example.org` means the page that a browser shows for it.

    Raises SettingsError for what is no address of the web.
    """
    given = address.strip()
    if reason := why_no_address(given, is_file=Path(given).expanduser().is_file()):
        raise SettingsError(reason)
    return given if "://" in given else f"https://{given}"


def _nothing(error: CorpusError) -> int:
    if not isinstance(error, UnreachableError):
        print_error(str(error))
        return NOTHING
    print_error(f"{error.failure.address} could not be read: {reason_of(error.failure)}")
    return UNUSABLE
