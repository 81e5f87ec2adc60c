"""All indexes of an archive, whichever engine each is of: a takedown must reach every one."""

from corpus.archive.archive import Archive
from corpus.errors import ArchiveBusyError
from retrieval.engines.opensearch.address import ClusterAddress
from retrieval.engines.registry import ENGINES, Kept
from retrieval.errors import RetrievalError
from retrieval.index.index import Index
from retrieval.index.place import place_for


def bring_up(
    archive: Archive, engine: str, cluster: ClusterAddress | None = None
) -> dict[str, str]:
    """Bring up that engine's index, and what others have published of this archive.

    Gives those that are not up then, each with the reason.
    """
    behind: dict[str, str] = {}
    for name in ENGINES:
        try:
            if name == engine or _has_index(archive, name, cluster):
                index = Index(archive, name, cluster=cluster)
                if not index.is_fresh():
                    behind[name] = "it could not be written now"
                index.close()
        except (RetrievalError, ArchiveBusyError) as error:
            behind[name] = str(error)
    return behind


def _has_index(archive: Archive, engine: str, cluster: ClusterAddress | None) -> bool:
    kept = ENGINES[engine].kept
    if kept is Kept.IN_MEMORY or (kept is Kept.ON_CLUSTER and cluster is None):
        return False
    place = place_for(engine, archive, cluster)
    try:
        return place.published() is not None
    finally:
        place.close()
