"""What one language's words of dates are."""

from collections.abc import Sequence

from msgspec import Struct


class Calendar(Struct, frozen=True):
    """Patterns, in any case; an empty one where the language has no such word.

    `months`: twelve, each with all forms and abbreviations, without the full stop. `weekdays`:
    the names, short ones too. `before_day` stands before a whole date, `of` between day and month
    and year, `behind_day` and `behind_year` after their numbers, `at` and `behind_hour` around an
    hour. `published` and `updated` are what a date is labelled with.
    """

    months: Sequence[str]
    weekdays: str
    before_day: str = ""
    of: str = ""
    behind_day: str = ""
    behind_year: str = ""
    at: str = ""
    behind_hour: str = ""
    published: str = ""
    updated: str = ""
