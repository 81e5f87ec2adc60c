"""All indexes of an archive, whichever engine each is of: a takedown must reach every one."""

import logging
from contextlib import suppress

from corpus.archive.archive import Archive
from corpus.errors import ArchiveBusyError
from retrieval.engines.opensearch.address import ClusterAddress
from retrieval.engines.registry import ENGINES, Kept
from retrieval.errors import RetrievalError
from retrieval.index.index import Index
from retrieval.index.place import place_for

log = logging.getLogger(__name__)


def bring_up(
    archive: Archive, engine: str, cluster: ClusterAddress | None = None
) -> dict[str, str]:
    """Bring up that engine's index, and what others have published of this archive.

    What was removed is gone from their files then, or a warning says that it is not. Gives those
    that are not up then, each with the reason.
    """
    behind: dict[str, str] = {}
    for name in ENGINES:
        try:
            if name == engine or _has_index(archive, name, cluster):
                index = Index(archive, name, cluster=cluster)
                is_fresh = index.is_fresh()
                index.close()
                if is_fresh:
                    _expunge(archive, name, cluster)
                else:
                    behind[name] = "it could not be written now"
        except (RetrievalError, ArchiveBusyError) as error:
            behind[name] = str(error)
    return behind


def _expunge(archive: Archive, engine: str, cluster: ClusterAddress | None) -> None:
    place = place_for(engine, archive, cluster)
    is_gone = False
    with suppress(RetrievalError):
        state = place.published()
        is_gone = state is None or place.expunge(state)
    place.close()
    if not is_gone:
        log.warning("no question finds it, but files of %s hold its text a while yet", engine)


def _has_index(archive: Archive, engine: str, cluster: ClusterAddress | None) -> bool:
    kept = ENGINES[engine].kept
    if kept is Kept.IN_MEMORY or (kept is Kept.ON_CLUSTER and cluster is None):
        return False
    place = place_for(engine, archive, cluster)
    try:
        return place.published() is not None
    finally:
        place.close()
