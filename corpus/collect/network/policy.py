"""How the web is asked: by whom, how often, and within which limits."""

from dataclasses import dataclass

VERSION = "0.1"
PRODUCT = "backissue"  # the name that robots.txt may have rules for


@dataclass(frozen=True, slots=True)
class Policy:
    """What the keeper may set. `contact` is an address or a mailbox where he can be reached.

    `rate` is the most requests a second to one host; `seconds` what one answer may take in all.

    Raises ValueError with the reason.
    """

    contact: str | None = None
    rate: float = 2.0
    allow_private: bool = False
    seconds: float = 60.0

    def __post_init__(self) -> None:
        contact = self.contact or ""
        if not (contact.isascii() and contact.isprintable()):
            raise ValueError("the contact must be plain ASCII, such as an address")
        if not 0 < self.rate < float("inf"):
            raise ValueError("the rate must be above zero")

    @property
    def agent(self) -> str:
        """Who asks, as sent with every request."""
        return f"{PRODUCT}/{VERSION} (+{self.contact})" if self.contact else f"{PRODUCT}/{VERSION}"
