"""Names of time zones as papers and mail headers have them, which are mostly the English ones."""

from collections.abc import Mapping

# In hours from UTC: names that mean one thing wherever they are printed. Moscow's has been two.
ZONES: Mapping[str, float | str] = {
    "Z": 0, "UTC": 0, "UT": 0, "GMT": 0,
    "WET": 0, "WEST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": "Europe/Moscow",
    "MEZ": 1, "MESZ": 2,
    "EDT": -4, "MDT": -6, "PDT": -7, "AKST": -9, "AKDT": -8,
    "SAST": 2, "PKT": 5, "HKT": 8, "SGT": 8, "JST": 9, "KST": 9,
    "AWST": 8, "ACST": 9.5, "ACDT": 10.5, "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13,
}  # fmt: skip
# Those of North America in a mail's date, elsewhere shared with others.
# Source: RFC 2822, 4.3, Obsolete Date and Time.
MAIL_ZONES: Mapping[str, float | str] = {
    **ZONES, "EST": -5, "CST": -6, "CDT": -5, "MST": -7, "PST": -8
}  # fmt: skip
# Their shapes; without the middle letter, Eastern Time of both halves of the year.
NAMED = r"Z|UTC|GMT|(?-i:[A-Z]{1,3}[SD]T|[CEMPW]E?T|UT|MES?Z|MSK|PKT|HKT|SGT)"
