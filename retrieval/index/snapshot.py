"""What answers, as who asks it sees it: an archive's own index, or what a cluster has published."""

from dataclasses import dataclass
from typing import Protocol

from retrieval.engines.engine import View


@dataclass(frozen=True, slots=True)
class Snapshot:
    """An index as it stood at one moment. `name` tells it from one that was built anew."""

    engine: str
    name: str
    view: View


class Served(Protocol):
    """Safe to use from several threads."""

    def snapshot(self) -> Snapshot:
        """What answers now; whatever is taken in later does not change it."""

    def is_fresh(self) -> bool:
        """Whether there is all that the archive has."""

    def refresh(self) -> None:
        """See what came since."""

    def mend(self, broken: Snapshot) -> None:
        """Have another in the place of the one that failed, if that is still the one that answers.

        Raises IndexUnusableError where that cannot be done here.
        """

    def close(self) -> None:
        """Let go of files and connections."""
