"""How the web is asked: by whom, how often, and within which limits."""

from dataclasses import dataclass

PRODUCT = "backissue"  # the name that robots.txt may have rules for


@dataclass(frozen=True, slots=True)
class Policy:
    """What the keeper may set. `contact` is an address or a mailbox where he can be reached.

    `rate` is the most requests a second to one host; `seconds` what one answer may take in all.
    """

    contact: str | None = None
    rate: float = 2.0
    allow_private: bool = False
    seconds: float = 60.0

    @property
    def agent(self) -> str:
        """Who asks, as sent with every request."""
        return f"{PRODUCT}/1.0 (+{self.contact})" if self.contact else f"{PRODUCT}/1.0"
