"""What is written goes in several requests at once, and nothing that becomes of one is lost."""

from collections.abc import Callable, Iterator
from threading import Barrier
from time import sleep

import pytest

from retrieval.engines.opensearch.address import ClusterAddress
from retrieval.engines.opensearch.connection import Cluster
from retrieval.engines.opensearch.faults import Fault
from retrieval.engines.opensearch.replies import Bulk, Outcome
from retrieval.engines.opensearch.writing import AT_ONCE, Writing
from retrieval.errors import IndexUnusableError

NOWHERE = ClusterAddress(("http://127.0.0.1:9",))
TAKEN = Bulk(errors=False, items=[{"index": Outcome(201)}])
Answer = Callable[[bytes], Bulk]
Made = Callable[[Answer], Writing]
REFUSED = Bulk(errors=True, items=[{"index": Outcome(400, Fault("strict"))}])


class Bulks(Cluster):
    """Answers bulk requests as a test has it, and asks nobody."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(NOWHERE)
        self._answer = answer

    def bulk(self, index: str, lines: bytes) -> Bulk:
        return self._answer(lines)


@pytest.fixture(autouse=True)
def one_document_a_request(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("retrieval.engines.opensearch.writing.SIZE", 1)


@pytest.fixture
def writing_to() -> Iterator[Made]:
    clusters: list[Bulks] = []

    def made(answer: Answer) -> Writing:
        clusters.append(Bulks(answer))
        return Writing(clusters[-1], "of-a-test")

    yield made
    for cluster in clusters:
        cluster.close()


def test_several_requests_are_under_way_at_once(writing_to: Made) -> None:
    all_there = Barrier(AT_ONCE, timeout=10.0)

    def answer(lines: bytes) -> Bulk:
        all_there.wait()
        return TAKEN

    writing = writing_to(answer)
    for _ in range(AT_ONCE):
        writing.put([b"{}"])
    writing.send()


def test_all_that_was_put_was_taken_when_send_returns(writing_to: Made) -> None:
    taken: list[bytes] = []

    def answer(lines: bytes) -> Bulk:
        taken.append(lines)
        return TAKEN

    writing = writing_to(answer)
    documents = [str(number).encode() for number in range(50)]
    for document in documents:
        writing.put([document])
    writing.send()
    assert sorted(taken) == sorted(documents)


def test_what_is_refused_while_more_is_put_is_an_error(writing_to: Made) -> None:
    writing = writing_to(lambda lines: REFUSED if lines == b"bad" else TAKEN)
    for document in (b"bad", b"good"):
        writing.put([document])
    with pytest.raises(IndexUnusableError, match="strict"):
        writing.send()


def test_nothing_is_under_way_when_all_is_forgotten(writing_to: Made) -> None:
    taken: list[bytes] = []

    def answer(lines: bytes) -> Bulk:
        sleep(0.2)
        taken.append(lines)
        return TAKEN

    writing = writing_to(answer)
    writing.put([b"{}"])
    writing.forget()
    assert (taken, writing.has_sent) == ([b"{}"], False)
