"""What the columns of a table are called in the exports of newspapers' systems."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.errors import UnreadableError

# By field, the best name first. Case, spaces, underscores and other marks do not count, nor does
# a word before the name that says of what it is: `Post Title`, `article_date`, `dc:creator`.
NAMES: Mapping[str, Sequence[str]] = {
    "title": "title headline heading hed".split(),
    "text": "text fulltext body bodytext content contentencoded html maintext".split(),
    "published": (
        "published publisheddate publisheddatetime publishedon publishedat datepublished date"
        " datetime pubdate publishdate publishedtime publicationdate dateofpublication"
        " firstpublished releasedate issued publishat publishon created"
        " createdat createddate datecreated"
    ).split(),
    "time": "time pubtime publishtime publicationtime publishedtime timepublished".split(),
    "updated": (
        "updated updatedat updateddate updatedon dateupdated modified modifiedat modifieddate"
        " datemodified lastmodified lastupdated modifiedtime changed"
    ).split(),
    "id": "id uuid guid key identifier".split(),
    "url": "url link permalink canonicalurl canonical webaddress address weburl guid".split(),
    "source": "source outlet publication newspaper publisher sitename site".split(),
    "agency": "agency newsagency wire wireservice".split(),
    "byline": "byline author authors authorname authornames creator writer writtenby".split(),
    "section": "section category categories sectionname categoryname rubric channel".split(),
    "language": "language lang locale languagecode langcode".split(),
    "status": "status state workflowstate".split(),
}
COLUMN_OF = {"authors": "byline", "paragraphs": "text"}  # of fields that columns hold otherwise
OF_WHAT = re.compile(r"(?:post|article|news|story|node|item|field|dc|meta)(?=.)")
# No article can do without one of these.
NEEDED = {"published": "the date of publication", "text": "the text"}
SHOWN = 300  # characters of the names that were found


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds each field, counted from 0; how many there are."""

    places: Mapping[str, int]
    count: int

    def cells(self, row: Sequence[str]) -> dict[str, str]:
        """The cells of a row that hold something, by field.

        Raises UnreadableError for a row of another length: a cell may have been cut in two.
        """
        if len(row) < self.count or any(row[self.count :]):
            raise UnreadableError(f"has {len(row)} columns where the names have {self.count}")
        return {field: row[place] for field, place in self.places.items() if row[place].strip()}


def columns_of(header: Sequence[str], told: Mapping[str, Sequence[str]] | None = None) -> Columns:
    """`told` are names by which the keeper calls a field, which then has no other.

    Raises UnreadableError, naming the columns that there are, where a needed one is missing, or
    one that the keeper named.
    """
    told = told or {}
    names = {COLUMN_OF.get(field, field): each for field, each in told.items()}
    bare = {field: list(map(bare_name, each)) for field, each in names.items()}
    columns = Columns(places(header, {**NAMES, **bare}), len(header))
    missing = [what for field, what in NEEDED.items() if field not in columns.places]
    missing += [
        f'the {field} called "{" or ".join(each)}"'
        for field, each in names.items()
        if field not in columns.places and field not in NEEDED
    ]
    if missing:
        there = ", ".join(" ".join(name.split()) for name in header)
        shown = there if len(there) <= SHOWN else f"{there[:SHOWN]} …"
        raise UnreadableError(f"no column for {' and '.join(missing)}; the columns are: {shown}")
    return columns


def places(header: Sequence[str], names: Mapping[str, Sequence[str]] = NAMES) -> dict[str, int]:
    """The column of every field that is found by its name; of several the one named best."""
    known: dict[str, int] = {}
    for place, name in reversed(list(enumerate(header))):
        bare = bare_name(name)
        known.setdefault(OF_WHAT.sub("", bare, count=1), place)
        known[bare] = place
    return {
        field: known[next(name for name in wanted if name in known)]
        for field, wanted in names.items()
        if any(name in known for name in wanted)
    }


def bare_name(name: str) -> str:
    """A column's name as it is compared."""
    return "".join(char for char in name.casefold() if char.isalnum())
