"""Where a cluster is, and how one is let in. It loads nothing: settings are read at every start."""

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class ClusterAddress:
    """`hosts` are web addresses of its nodes, `ca` the certificates to trust, if not the usual.

    `shards` are those that a new index is made of. All archives of one `name` are asked together by
    those who have none of them at hand; what is called otherwise on the cluster is not touched.
    """

    hosts: tuple[str, ...]
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    ca: Path | None = None
    shards: int = 1
    name: str = "backissue"

    @classmethod
    def of_hosts(cls, hosts: str) -> "ClusterAddress":
        """From addresses with commas or spaces between. Raises ValueError, in one line."""
        named = tuple(hosts.replace(",", " ").split())
        for host in named:
            _check(host)
        if not named:
            raise ValueError("name at least one address, as https://search.example.org:9200")
        return cls(named)


def _check(host: str) -> None:
    """Raises ValueError, which never repeats an address that may hold a password."""
    try:
        parts = urlsplit(host)
        port = parts.port
    except ValueError as error:
        message = "the host or the port of an address cannot be read; ports go up to 65535"
        raise ValueError(message) from error
    if "@" in parts.netloc:
        raise ValueError("user and password are settings of their own, and no part of an address")
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment:
        raise ValueError(f"{host} is no address; it looks like https://search.example.org:9200")
    if not port and ":" in parts.netloc.rpartition("]")[2]:
        raise ValueError(f"{host} ends in no port")
