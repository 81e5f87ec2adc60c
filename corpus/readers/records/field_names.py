"""What other tools call our fields, as the keeper says: `published=date,text=body`."""

from collections.abc import Iterable, Mapping, Sequence

from corpus.errors import UnreadableError
from corpus.readers.records.columns import NAMES, bare_name

FIELDS = (
    "title text paragraphs published updated id url source agency authors section language".split()
)
# Of ours, the other tools' names in the order in which they are looked for.
FieldNames = Mapping[str, tuple[str, ...]]
Fields = Mapping[str, object]
SHOWN = 200  # characters of the names that a line has


def field_names(told: Iterable[str]) -> FieldNames:
    """Each `field=name,field=name`; a field that is named again may have either name.

    Raises UnreadableError for what names no field.
    """
    found: dict[str, tuple[str, ...]] = {}
    for pair in (pair for each in told for pair in each.split(",") if pair.strip()):
        field, mark, name = (part.strip() for part in pair.partition("="))
        if not mark or not name:
            raise UnreadableError(f"{pair.strip()!r} is not FIELD=NAME, such as text=body")
        if field not in FIELDS:
            turned = f"; did you mean {name}={field}?" if name in FIELDS else ""
            raise UnreadableError(f"there is no field {field!r}, only {' '.join(FIELDS)}{turned}")
        found[field] = (*found.get(field, ()), name)
    return found


def renamed(line: Fields, names: FieldNames) -> dict[str, object]:
    """A line's values under our names; of a mapped field only what its names lead to.

    A number is a good id; a list of paragraphs may be called a text.
    """
    ours: dict[str, object] = {name: value for name, value in line.items() if name not in names}
    for field, others in names.items():
        values = (value_at(line, name) for name in others)
        value = next((value for value in values if value not in (None, "", [])), None)
        if field == "id" and isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        ours["paragraphs" if field == "text" and isinstance(value, list) else field] = value
    return ours


def value_at(line: object, name: str) -> object:
    """The value under a name; else under its parts, `meta.date`; of a list, those of its items."""
    if isinstance(line, list):
        found = [value_at(item, name) for item in line]
        return [value for value in found if value is not None] or None
    if not isinstance(line, Mapping):
        return None
    if name in line:
        return line[name]
    parts = name.split(".")
    for count in range(len(parts) - 1, 0, -1):
        if (first := ".".join(parts[:count])) in line:
            return value_at(line[first], ".".join(parts[count:]))
    return None


def missing(line: Fields, names: FieldNames, fields: Sequence[str]) -> tuple[str, str]:
    """That a line has no such fields, and what it has instead."""
    lacking = " and no ".join(f'"{" or ".join(names.get(field, (field,)))}"' for field in fields)
    there = ", ".join(sorted(name for name in line if isinstance(name, str)))
    shown = there if len(there) <= SHOWN else f"{there[:SHOWN]} …"
    known = {bare_name(name): name for name in reversed(list(line))}
    likely = {
        field: next((known[name] for name in NAMES[field] if name in known), None)
        for field in fields
    }
    pairs = ",".join(f"{field}={name}" for field, name in likely.items() if name)
    advice = f"; give --map {pairs}" if pairs else ""
    return f"no {lacking}", f"the line has {shown or 'no fields'}{advice}"
