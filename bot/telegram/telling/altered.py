"""What became of a quoted passage: the words it had, and those that stand there now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.telegram.showing.passages import excerpt_of, found_again, shown_as_whole
from bot.telegram.state.cards import Shown
from corpus.article import HEADLINE, Article
from corpus.versions.differences import differences
from corpus.versions.version import Version


@dataclass(frozen=True, slots=True)
class Altered:
    """`article` is the newest version, `before` what was quoted, `after` the paragraph or headline
    that stands there now: None where it went without another in its place.
    """

    article: Article
    before: str
    after: str | None


@dataclass(frozen=True, slots=True)
class TakenDown:
    """The article is no longer in the archive."""


def became_of(
    shown: Sequence[Shown], name: str, versions: Sequence[Version]
) -> dict[Shown, Altered | TakenDown]:
    """Of an article's extracts those that no longer stand in it; what it says beside them may
    change as it likes.
    """
    quoted = [one for one in shown if one.article == name]
    if not versions:
        return dict.fromkeys(quoted, TakenDown())
    article = versions[-1].article
    gone = [one for one in quoted if found_again(one, article) is None]
    found = {one: _altered(one, article, versions) for one in gone}
    return {one: became for one, became in found.items() if became is not None}


def shown_now(shown: Sequence[Shown], became: Mapping[Shown, Altered | TakenDown]) -> list[Shown]:
    """The same extracts with what stands in the place of those, each once."""
    now = (_in_place_of(became[one]) if one in became else one for one in shown)
    return [one for one in dict.fromkeys(now) if one is not None]


def _in_place_of(became: Altered | TakenDown) -> Shown | None:
    if isinstance(became, TakenDown) or became.after is None:
        return None
    return shown_as_whole(became.article, became.after)


def _altered(one: Shown, article: Article, versions: Sequence[Version]) -> Altered | None:
    """None where no version that is kept has what was quoted: nothing can be said of it then."""
    for version in reversed(versions[:-1]):
        excerpt = excerpt_of(version.article, one)
        if excerpt is not None:
            whole = excerpt.paragraph.text
            return Altered(article, excerpt.text, _now(one, whole, version.article, article))
    return None


def _now(one: Shown, whole: str, old: Article, new: Article) -> str | None:
    if one.position == HEADLINE:
        return new.title
    for paragraph in differences(old.paragraphs, new.paragraphs):
        before = "".join(change.before for change in paragraph)
        after = "".join(change.after for change in paragraph)
        if before == whole and after:
            return after
    return None
