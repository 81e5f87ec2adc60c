"""The requests to a cluster, each translated: none of the client's values or errors leaves it."""

import contextlib
import logging
import ssl
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from itertools import chain
from pathlib import Path
from time import sleep

import msgspec
from opensearchpy import OpenSearch
from opensearchpy.exceptions import NotFoundError, RequestError

from retrieval.engines.opensearch.address import ClusterAddress
from retrieval.engines.opensearch.faults import translated
from retrieval.engines.opensearch.mapping import COPIED, settings_and_mappings
from retrieval.engines.opensearch.queries import Query
from retrieval.engines.opensearch.replies import (
    AllSet,
    Bulk,
    Deleted,
    Described,
    Named,
    Opened,
    Replies,
    Reply,
    Shard,
    Statistics,
    check_whole,
    read,
)
from retrieval.errors import EngineUnavailableError, EngineUnreachableError, RetrievalError

# What fails is told by the errors raised; each line of its own for the same has a traceback.
logging.getLogger("opensearch").setLevel(logging.CRITICAL)

AT_ONCE = 16  # requests to one host; more wait for one of these
ANSWER = 10.0  # seconds that a question's request may take, at each of the hosts that are tried
WORK = 120.0  # the same for what writes
SHARING = (0.0, 1.0, 2.0, *[4.0] * 9)  # seconds before it is looked what a shard may forget
EXPUNGING = 1800.0  # seconds; some 5 GB are written anew at most for one document
COPYING = 1800.0  # seconds that are waited for the second copies of a new index
TRIES = 2  # further ones, each at the next host
KEEP_ALIVE = "5m"  # how long a moment is kept that nobody asks


class Cluster:
    """Safe to use from several threads; close it. Methods raise what `faults.py` translates."""

    def __init__(self, address: ClusterAddress) -> None:
        """Nothing is asked yet. Raises EngineUnavailableError for certificates that are none."""
        if address.ca is not None:
            _read_certificates(address.ca)
        self._hosts = address.hosts
        self._shards = address.shards
        login = (address.user, address.password or "") if address.user else None
        with self._translated():
            self._client = OpenSearch(
                list(address.hosts),
                http_auth=login,
                ca_certs=str(address.ca) if address.ca else None,
                pool_maxsize=AT_ONCE,
                timeout=ANSWER,
                max_retries=TRIES,
                retry_on_timeout=True,
                retry_on_status=(429, 502, 503, 504),
            )
        self._moments: set[str] = set()

    def close(self) -> None:
        with contextlib.suppress(RetrievalError):
            self.forget_moments()
        self._client.close()

    # Indexes

    def create(self, index: str) -> None:
        """Make an index, unless it is there."""
        with self._translated():
            try:
                body = settings_and_mappings(self._shards)
                self._client.indices.create(index=index, body=body, params=_patience(WORK))
            except RequestError as error:
                if error.error != "resource_already_exists_exception":
                    raise

    def keep_copies(self, index: str) -> None:
        """From here on each shard has a second copy, where there is a second node.

        It is copied as it stands, which takes a tenth of what it takes to index all of it twice.
        Waits until that is done, but not for ever: the copies go on by themselves.
        """
        with self._translated():
            params = {"flat_settings": "true"}
            found = read(self._client.indices.get_settings(index=index, params=params), AllSet)
            if all(found[index].settings.get(f"index.{name}") == COPIED[name] for name in COPIED):
                return
            # What is not flushed would be indexed a second time there.
            self._client.indices.flush(index=index, params={"force": "true", **_patience(WORK)})
            body = {"index": COPIED}
            self._client.indices.put_settings(index=index, body=body, params=_patience(WORK))
        with contextlib.suppress(RetrievalError), self._translated():
            until = {"wait_for_events": "languid", "wait_for_no_initializing_shards": "true"}
            patience = {"timeout": f"{COPYING:.0f}s", **_patience(COPYING + ANSWER)}
            self._client.cluster.health(index=index, params=until | patience)

    def exists(self, index: str) -> bool:
        with self._translated():
            return bool(self._client.indices.exists(index=index))

    def delete(self, index: str) -> None:
        with self._translated(), contextlib.suppress(NotFoundError):
            self._client.indices.delete(index=index, params=_patience(WORK))

    def indexes(self, pattern: str) -> list[str]:
        """The names of those that there are."""
        with self._translated():
            return sorted(read(self._client.indices.get(index=pattern), dict[str, object]))

    def meta(self, name: str) -> dict[str, Mapping[str, object]]:
        """By index, the facts that are kept beside it; `name` may be an alias. Perhaps none."""
        with self._translated():
            try:
                found = self._client.indices.get_mapping(index=name)
            except NotFoundError as error:
                if not isinstance(error.info, dict):  # no cluster says so
                    raise
                return {}
        described = read(found, dict[str, Described])
        return {index: one.mappings.meta for index, one in described.items()}

    def set_meta(self, index: str, facts: Mapping[str, object]) -> None:
        """Change these facts and no others; the caller is the only writer."""
        known = self.meta(index).get(index, {})
        with self._translated():
            body = {"_meta": {**known, **facts}}
            self._client.indices.put_mapping(index=index, body=body, params=_patience(WORK))

    def aliases(self, index: str) -> set[str]:
        """What else it is called; nothing where it is not there."""
        with self._translated():
            try:
                found = self._client.indices.get_alias(index=index)
            except NotFoundError:
                return set()
            return {name for one in read(found, dict[str, Named]).values() for name in one.aliases}

    def switch(self, alias: str, index: str, *, shared: str) -> None:
        """From here on the alias means this index and no other of those that begin with its name.

        So does the `shared` alias, which may mean others of other names, too.
        """
        actions: list[dict[str, dict[str, object]]] = []
        for each in (alias, shared):
            gone = {"index": f"{alias}-*", "alias": each, "must_exist": False}
            actions += [{"remove": gone}, {"add": {"index": index, "alias": each}}]
        with self._translated():
            body = {"actions": actions}
            self._client.indices.update_aliases(body=body, params=_patience(WORK))

    # Writing

    def bulk(self, index: str, lines: bytes) -> Bulk:
        """Each item may fail by itself."""
        wanted = "errors,items.*.status,items.*.error"
        params = {"index": index, "filter_path": wanted, **_patience(WORK)}
        with self._translated():
            return read(self._client.bulk(body=lines, params=params), Bulk)

    def refresh(self, index: str) -> None:
        with self._translated():
            self._client.indices.refresh(index=index, params=_patience(WORK))

    def delete_all(self, index: str, query: Query) -> None:
        """Delete what was there at the last refresh and meets a query. All of it, or it raises."""
        with self._translated():
            params = {"refresh": "true", **_patience(WORK)}
            body = {"query": query}
            told = self._client.delete_by_query(index=index, body=body, params=params)
            found = read(told, Deleted)
        if found.failures or found.timed_out:
            raise EngineUnreachableError("the cluster did not delete all; try again in a while")

    def expunge(self, index: str) -> bool:
        """Rewrite what holds deleted documents; whether they are gone from the files, too.

        A shard keeps what its copies may still want, and looks twice a minute what that is.
        """
        for pause in SHARING:
            sleep(pause)
            if all(shard.may_forget() for shard in self._shards_of(index)):
                break
        patience = _patience(EXPUNGING)
        only_those = {"only_expunge_deletes": "true", **patience}
        with self._translated():
            self._client.indices.flush(index=index, params={"force": "true", **patience})
            self._client.indices.forcemerge(index=index, params=only_those)
            self._client.indices.refresh(index=index, params=patience)
        return not any(shard.docs.deleted for shard in self._shards_of(index))

    def _shards_of(self, index: str) -> Iterator[Shard]:
        with self._translated():
            told = self._client.indices.stats(
                index=index, metric="docs", params={"level": "shards"}
            )
        for one in read(told, Statistics).indices.values():
            yield from chain.from_iterable(one.shards.values())

    # Reading

    def open_moment(self, index: str) -> str:
        """Take an index as it stands now, to be asked by the name that this gives."""
        params = {"keep_alive": KEEP_ALIVE, "allow_partial_pit_creation": "false"}
        with self._translated():
            name = read(self._client.create_pit(index=index, params=params), Opened).pit_id
        self._moments.add(name)
        return name

    def close_moments(self, names: Sequence[str]) -> None:
        """Those that are gone already are no matter."""
        self._moments.difference_update(names)
        if names:
            with self._translated(), contextlib.suppress(NotFoundError):
                self._client.delete_pit(body={"pit_id": list(names)})

    def forget_moments(self) -> None:
        """Close all that were opened here."""
        self.close_moments(list(self._moments))

    def ask(self, moment: str, queries: Iterable[Query]) -> list[Reply]:
        """Several searches of one moment in one request, each answered whole or with a failure.

        Scores are by the statistics of all shards, which cost a round among the nodes; what is only
        counted does without.
        """
        at = {"pit": {"id": moment, "keep_alive": KEEP_ALIVE}}
        asked = list(queries)
        parts = (part for query in asked for part in (_head(query), {**query, **at}))
        with self._translated():
            body = msgspec.json.Encoder().encode_lines(parts)
            found = read(self._client.msearch(body=body), Replies).responses
        check_whole(len(found), len(asked))
        return found

    def _translated(self) -> AbstractContextManager[None]:
        return translated(self._hosts)


def _read_certificates(file: Path) -> None:
    try:
        ssl.create_default_context(cafile=file)
    except OSError as error:  # what TLS cannot read is one, too
        message = f"opensearch_ca: no certificates to trust can be read from {file}"
        raise EngineUnavailableError(message) from error


def _head(query: Query) -> dict[str, object]:
    kind = "dfs_query_then_fetch" if query["size"] else "query_then_fetch"
    return {"search_type": kind, "allow_partial_search_results": False}


def _patience(seconds: float) -> dict[str, object]:
    return {"request_timeout": seconds}
