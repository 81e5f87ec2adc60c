"""A draft → a checked article: here alone, and in the same way for every format."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from corpus.archive.provenance.preparing import Prepared
from corpus.article import MAX_PARAGRAPHS, UNKNOWN_OUTLET, Article, article_id
from corpus.date_faults import DateFault, date_faults
from corpus.dates import parse_date, spelt_out
from corpus.errors import UnreadableError
from corpus.lines.byline import Byline, other_than, parse_byline
from corpus.lines.characters import one_line, without_controls
from corpus.lines.line import Line
from corpus.lines.tidying import Tidied, tidied
from corpus.names import same_name
from corpus.readers.reading import Draft
from corpus.readers.records.exported import exported
from corpus.readers.records.field_names import FieldNames

MAX_ID, MAX_TITLE, MAX_NAME = 500, 2_000, 200  # characters
CALENDAR_ENDS = (MINYEAR, MAXYEAR)
ENGLISH = "en"  # the language of an article that names none


@dataclass(frozen=True, slots=True)
class Defaults:
    """What the keeper says of a whole import, where the input itself does not.

    `fields` are the names that its fields have, of those that are not ours.

    Raises UnreadableError for a `source` that can be no outlet's name.
    """

    source: str | None = None
    timezone: ZoneInfo | None = None
    fields: FieldNames = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "source", one_line(self.source) or None)
        if len(self.source or "") > MAX_NAME:
            raise UnreadableError(f"longer than {MAX_NAME} characters")

    @property
    def outlet(self) -> str:
        """Whose articles they are, as far as the keeper says."""
        return self.source or UNKNOWN_OUTLET

    def in_zone(self, moment: datetime | date) -> datetime | date:
        """A local time in the outlet's zone, where that is known."""
        if self.timezone is None or not isinstance(moment, datetime) or moment.tzinfo is not None:
            return moment
        return spelt_out(moment.replace(tzinfo=self.timezone))


@dataclass(frozen=True, slots=True)
class Finished:
    """One article. `no_source`: no outlet is named anywhere; `no_zone`: a time was left out.

    `faults` are what speaks against its dates, `names` others by which the paper knows it. What is
    read from a file is `prepared` to be stored.
    """

    article: Article
    no_source: bool = False
    no_zone: bool = False
    faults: tuple[DateFault, ...] = ()
    names: tuple[str, ...] = ()
    prepared: Prepared | None = None


def finish(draft: Draft, defaults: Defaults, *, now: datetime | None = None) -> Finished:
    """The article, with dates in the outlet's zone, people, agency and paragraphs told apart.

    A local time stays as it is printed: in an hour that comes twice it is taken for the first, in
    one that does not exist for what a clock shows that nobody put forward. Both are faults.

    Raises UnreadableError with the reason where a field is missing, wrong or too long.
    """
    now = now or datetime.now(UTC)
    known = exported(draft)
    if known is not None and (known.url is None or _is_web(known.url)):
        _check(known)
        faults = date_faults(known.published, known.updated, zone=defaults.timezone, now=now)
        return Finished(known, faults=faults)
    text = _text(draft)
    published = _date("published", draft.published, draft, defaults)
    updated = _date("updated", draft.updated, draft, defaults) if draft.updated else None
    title = one_line(draft.title)
    named = one_line(draft.source) or defaults.source or _host(draft.url)
    source = named or UNKNOWN_OUTLET
    byline = _byline(draft, source)
    agency = one_line(draft.agency or byline.agency or other_than(source, text.attribution))
    url = one_line(draft.url) or None  # also where it is no address: a name stays as it was
    first = _kept(published)
    paragraphs = tuple([line.text for line in text.paragraphs])
    name = draft.id
    if name is None:
        name = article_id(url, source, first, title, paragraphs=paragraphs)
    article = Article(
        id=name,
        title=title,
        published=first,
        source=source,
        paragraphs=paragraphs,
        url=url if _is_web(url) else None,
        updated=_kept(updated) if updated and _is_later(updated, published) else None,
        agency=None if same_name(agency, source) else agency or None,
        authors=tuple(filter(None, map(one_line, byline.authors))),
        section=one_line(draft.section) or None,
        language=one_line(draft.language) or ENGLISH,
    )
    _check(article)
    return Finished(
        article,
        no_source=named is None,
        no_zone=isinstance(published, datetime) and published.tzinfo is None,
        faults=(*draft.faults, *date_faults(published, updated, zone=defaults.timezone, now=now)),
        names=tuple(draft.names),
    )


def _text(draft: Draft) -> Tidied:
    text = tidied(draft.lines, is_page=draft.is_page)
    if not text.paragraphs:
        raise UnreadableError("no text below the headline" if draft.is_page else "no text")
    if draft.is_page and (other := _other_article(text.paragraphs[:-1], draft.published)):
        where = f"at line {other.number}" if other.number else f"with {other.text}"
        raise UnreadableError(f"several articles in one file: another seems to begin {where}")
    if len(text.paragraphs) > MAX_PARAGRAPHS:
        raise UnreadableError(f"more than {MAX_PARAGRAPHS:,} paragraphs")
    return text


def _other_article(paragraphs: Sequence[Line], published: str) -> Line | None:
    """The first that is the date line or the dated byline of another article.

    A day without a time is a subhead; the date of an update, or this article's own, begins none.
    """
    own = parse_date(published)
    for line in paragraphs:
        dated = line.dated
        if dated is None or not dated.has_time or dated.first == own or dated.is_update:
            continue
        if dated.is_line_of_its_own or (line.dated_byline and line.dated_byline.is_certain):
            return line
    return None


def _byline(draft: Draft, source: str) -> Byline:
    """People and agency; a byline that does not look like names of either is kept whole."""
    if not draft.byline:
        return Byline(tuple(draft.authors), None, is_certain=False)
    whole = Byline((draft.byline,), None, is_certain=False)
    return parse_byline(one_line(draft.byline), source) or whole


def _date(name: str, text: str, draft: Draft, defaults: Defaults) -> datetime | date:
    """In a zone that the text names, else the outlet's: then the zone itself tells of its jumps."""
    try:
        return parse_date(text, defaults.timezone, is_machine=not draft.is_page)
    except UnreadableError as error:
        raise UnreadableError(f"{name}: {error}") from error


def _kept(moment: datetime | date) -> datetime | date:
    """Only the day of a time that is in no known zone, or that other zones have no date for."""
    if not isinstance(moment, datetime):
        return moment
    is_kept = moment.tzinfo is not None and moment.year not in CALENDAR_ENDS
    return spelt_out(moment) if is_kept else moment.date()


def _is_later(updated: datetime | date, published: datetime | date) -> bool:
    """Whether an update is later than the publication; an equal date tells no update.

    A plain date counts as before every moment of its day. Where one of two times names no zone,
    their clocks are compared as printed.
    """
    if isinstance(updated, datetime) and isinstance(published, datetime):
        if updated.tzinfo is None or published.tzinfo is None:
            return updated.replace(tzinfo=None) > published.replace(tzinfo=None)
        return updated > published
    if isinstance(updated, datetime):
        return updated.date() >= published
    return updated > (published.date() if isinstance(published, datetime) else published)


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(one_line(url)).hostname or ""
    except ValueError:
        return None
    return (host.removeprefix("www.") or None) if len(host.split()) == 1 else None


def _is_web(url: str | None) -> bool:
    """Whether an address is one to link to: no `javascript:`."""
    try:
        parts = urlsplit(url or "")
        return parts.scheme in {"http", "https"} and len((parts.hostname or "").split()) == 1
    except ValueError:
        return False


def _check(article: Article) -> None:
    """Raises UnreadableError for what no archive should hold."""
    if fault := _id_fault(article.id):
        raise UnreadableError(f"id: {fault}")
    if len(article.title) > MAX_TITLE:
        raise UnreadableError(f"title: longer than {MAX_TITLE:,} characters")
    if max(len(article.source), len(article.agency or "")) > MAX_NAME:
        raise UnreadableError(f"source or agency: longer than {MAX_NAME} characters")


def _id_fault(name: str) -> str | None:
    """What is wrong with an id; nothing of it may be changed, as it is what names the article."""
    if not 1 <= len(name) <= MAX_ID:
        return f"must have 1 to {MAX_ID} characters"
    if name != name.strip():
        return "has white space at its beginning or end"
    if name != without_controls(name):
        return "holds characters that cannot be shown"
    return None if name == one_line(name) else "holds white space other than single spaces"
