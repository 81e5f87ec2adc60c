"""Opens what a cluster has published; the cluster's client is loaded then and no sooner."""

from typing import TYPE_CHECKING

from retrieval.engines.opensearch.address import ClusterAddress
from retrieval.index.place import needs_library

if TYPE_CHECKING:
    from retrieval.cluster.published import Published


def published_on(address: ClusterAddress) -> "Published":
    """Close it. Raises EngineUnavailableError, IndexUnusableError where nothing is there."""
    try:
        from retrieval.cluster.published import Published  # noqa: PLC0415 (it loads the client)
    except ModuleNotFoundError as error:
        raise needs_library("opensearch") from error
    return Published(address)
