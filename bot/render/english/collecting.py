"""What is said of collecting: why something could not be had, what was collected."""

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.render.english.dates import counted, moment, when
from bot.render.languages.speaking import Wording, say
from corpus.collect.network.exchange import Failure, Reason
from corpus.collect.state.standing import Collection, Standing

if TYPE_CHECKING:  # they load HTTP and readers
    from corpus.collect.surveying import FoundListing
    from corpus.collect.tally import Collected

NO_SOURCES = "There are no sources yet; add one with: backissue sources add ADDRESS"
LISTS_NOTHING = "It lists no page yet; what it will list is taken by the next collections."
LIKE_THIS = "write it as https://www.example.org/"
NAME_ZONE = " remove it and add it again with --timezone, and older ones get their time of day"
TAKE_OUT = "take one out with: backissue remove ADDRESS"
STOPPED = "stopped; what was stored so far stays, and the next collection goes on from there"
REASONS = {
    Reason.ADDRESS: Wording(
        "only http and https are asked, and at their usual ports but with --allow-private"
    ),
    Reason.PRIVATE: Wording("it is on a private network; see --allow-private"),
    Reason.NO_HOST: Wording("no host of that name is known"),
    Reason.CONNECTION: Wording("no connection"),
    Reason.TLS: Wording("its certificate is not good"),
    Reason.PROTOCOL: Wording("the answer is no HTTP"),
    Reason.CUT_OFF: Wording("the answer is cut off"),
    Reason.TIMEOUT: Wording("it took too long"),
    Reason.TOO_LARGE: Wording("too large"),
    Reason.ENCODING: Wording("it cannot be unpacked"),
    Reason.REDIRECTS: Wording("it redirects without an end"),
    Reason.ROBOTS: Wording("robots.txt disallows it"),
    Reason.ROBOTS_UNREACHABLE: Wording("its robots.txt could not be read, so nothing may be asked"),
    Reason.GONE: Wording("there is nothing there any more"),
    Reason.BUSY: Wording("the host asked to be left alone"),
    Reason.STATUS: Wording("the host refused"),
    Reason.STOPPED: Wording("stopped"),
}


def collect_line(options: str) -> str:
    return f"Collect its articles with: backissue collect{options}"


def why_no_address(given: str, *, is_file: bool) -> str | None:
    """What is wrong with what should be an address of the web, as a newcomer may write one."""
    scheme, mark, rest = given.partition(":")
    if is_file or given.startswith(("/", "./", "../", "~", "file:")):
        return f"{given} is a file; take it in with: backissue import PATH"
    if not given or given.split() != [given]:
        return f"{given!r} is no address; {LIKE_THIS}"
    if scheme.lower() in {"http", "https"} and not (rest.startswith("//") and rest.strip("/")):
        return f"{given} is no whole address; {LIKE_THIS}"
    if "@" in given.partition("?")[0]:
        return "an address with a name or a password in it is not asked, nor is one of e-mail"
    if mark and "://" in given and scheme.lower() not in {"http", "https"}:
        return f"{scheme}:// is not asked, only http:// and https://"
    return None


def reason_of(failure: Failure) -> str:
    """`there is nothing there any more (404)`."""
    words = REASONS[failure.reason]()
    return f"{words} ({failure.status})" if failure.status else words


def fault_of(fault: str) -> str:
    """A stored fault: a reason by its name, or words already."""
    return REASONS[Reason(fault)]() if fault in set(Reason) else fault


def whole_site_line(article: str, site: str) -> str:
    return f"{article} is one article; its whole site is taken: {site}"


def collected_line(done: "Collected", seconds: float) -> str:
    asked = f"{counted(done.requests, 'request')}, {done.not_modified:,} not modified"
    if done.new or done.updated:
        came = f"{counted(done.new, 'new article')}, {done.updated:,} updated"
    else:
        came = "nothing new"
    return f"Collected in {seconds:.1f} s ({asked}): {came}, {done.unchanged:,} as before."


def counted_listing(found: "FoundListing") -> str:
    """`20 pages`, `24 sitemaps`."""
    pages, parts = len(found.listed.pages), len(found.listed.parts)
    told = [counted(pages, "page")] if pages or not parts else []
    return ", ".join([*told, *([counted(parts, "further listing")] if parts else [])])


def left_out_line(done: "Collected") -> str | None:
    """What was not taken, counted."""
    parts = [
        f"{done.rejected:,} rejected as no articles" if done.rejected else "",
        f"{done.failed:,} could not be had" if done.failed else "",
    ]
    told = ", ".join(filter(None, parts))
    return f"{told[0].upper()}{told[1:]}." if told else None


def state_of(standing: Standing) -> str:
    """What is wrong with a source, or when it was last collected from."""
    source = standing.source
    if source.fault:
        return say("fails: {fault}", fault=fault_of(source.fault))
    if standing.silent_since:
        return say("silent since {day}", day=when(standing.silent_since))
    if not source.succeeded:
        return say("not collected yet")
    return say("collected {moment}", moment=moment(source.succeeded))


def clock_of(clock: timedelta) -> str:
    """How far a paper's own clock is from UTC, and what to do about it."""
    minutes = round(clock.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    told = f"UTC{'-' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "")
    return f"its fresh articles are by {told}, as is taken for those of these days;" + NAME_ZONE


def holdings_of(standing: Standing) -> str:
    """`1,204 articles, the newest of Thu 26 Nov 2026, 3 addresses still to be asked`."""
    parts = [counted(standing.articles, "article")]
    if standing.newest:
        parts.append(f"the newest of {when(standing.newest)}")
    if standing.waiting:
        addresses = "1 address" if standing.waiting == 1 else f"{standing.waiting:,} addresses"
        parts.append(f"{addresses} still to be asked")
    return ", ".join(parts)


def collection_lines(collection: Collection) -> list[str]:
    """When articles were last collected, and the sources that fail or fell silent."""
    if not collection.standings:
        return []
    last = moment(collection.collected) if collection.collected else say("never")
    troubles = [f"{one.source.name}: {state_of(one)}" for one in collection.troubled]
    return [say("Last collected: {moment}", moment=last), *troubles]
