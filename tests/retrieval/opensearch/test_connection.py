"""Getting to a cluster: TLS, passwords, several hosts, and what stands in the way of each."""

import logging
import re
import socket
import ssl
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from retrieval.engines.opensearch.address import ClusterAddress
from retrieval.engines.opensearch.connection import Cluster
from retrieval.engines.opensearch.engine import OpenSearchEngine
from retrieval.engines.opensearch.writing import send
from retrieval.errors import (
    EngineUnavailableError,
    EngineUnreachableError,
    IndexNoRoomError,
    RetrievalError,
)
from tests.engine_contract.filled import entry
from tests.opensearch.gate import Gate, standing_before

ONE_LINE = r"\A[^\n]*\Z"
NOWHERE = "http://127.0.0.1:9"  # no node is behind it
PASSWORD = "s3cret of ours"  # noqa: S105 (of nothing)


def failure_of(address: ClusterAddress) -> RetrievalError:
    """What asking for an index ends in."""
    cluster = Cluster(address)
    try:
        with pytest.raises(RetrievalError, match=ONE_LINE) as caught:
            cluster.exists("of-a-test")
    finally:
        cluster.close()
    return caught.value


@pytest.fixture
def gate() -> Iterator[Gate]:
    with standing_before(NOWHERE) as gate:
        gate.instead = lambda path, body: (200, b"{}")
        yield gate


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """Of 127.0.0.1, with its key beside it."""
    files = ["-keyout", str(tmp_path / "key.pem"), "-out", str(tmp_path / "certificate.pem")]
    name = "-subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1".split()
    made = "openssl req -x509 -newkey rsa:2048 -nodes -days 2".split()
    subprocess.run([*made, *name, *files], check=True, capture_output=True)
    return tmp_path / "certificate.pem"


@pytest.fixture
def secure(certificate: Path) -> Iterator[Gate]:
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate, certificate.with_name("key.pem"))
    with standing_before(NOWHERE, tls) as gate:
        gate.instead = lambda path, body: (200, b"{}")
        yield gate


def test_a_certificate_is_trusted_by_its_authority(secure: Gate, certificate: Path) -> None:
    cluster = Cluster(ClusterAddress((secure.address,), ca=certificate))
    assert cluster.exists("of-a-test")
    cluster.close()


def test_a_certificate_of_nobody_known_is_refused_before_anything_is_said(secure: Gate) -> None:
    error = failure_of(ClusterAddress((secure.address,), user="ada", password=PASSWORD))
    assert isinstance(error, EngineUnavailableError)
    assert not isinstance(error, EngineUnreachableError)
    assert "certificate is not trusted (self-signed certificate)" in str(error)
    assert secure.asked == []


def test_where_https_is_not_spoken_the_certificate_is_not_to_blame(gate: Gate) -> None:
    error = failure_of(ClusterAddress((gate.address.replace("http:", "https:"),)))
    assert not isinstance(error, EngineUnreachableError)
    assert "certificate" not in str(error)
    assert "http://" in str(error)


def test_where_tls_is_spoken_and_was_not_it_is_no_use_to_try_again(
    secure: Gate, certificate: Path
) -> None:
    plain = secure.address.replace("https:", "http:")
    error = failure_of(ClusterAddress((NOWHERE, plain), ca=certificate))
    assert not isinstance(error, EngineUnreachableError)
    assert str(error).endswith("speaks TLS: its address begins with https://")
    assert secure.asked == []


def test_a_certificate_of_another_host_is_no_matter_of_trust(
    secure: Gate, certificate: Path
) -> None:
    elsewhere = secure.address.replace("127.0.0.1", "localhost")
    error = failure_of(ClusterAddress((elsewhere,), ca=certificate))
    assert "certificate is not for the host in its address" in str(error)
    assert "opensearch_ca" not in str(error)


@pytest.mark.parametrize(
    ("host", "why"),
    [(NOWHERE, "connection refused"), ("http://nowhere.invalid:9200", "name|resolution")],
)
def test_why_nobody_answers_is_told(host: str, why: str) -> None:
    assert re.search(rf"does not answer \([^()]*({why})", str(failure_of(ClusterAddress((host,)))))


def test_an_index_that_is_closed_is_named(gate: Gate) -> None:
    told = b'{"error":{"type":"index_closed_exception","reason":"closed","index":"of-a-test"}}'
    gate.instead = lambda path, body: (400, told)
    cluster = Cluster(ClusterAddress((gate.address,)))
    with pytest.raises(EngineUnavailableError, match=r"closed: of-a-test\Z"):
        cluster.indexes("of-a-test")
    cluster.close()


@pytest.mark.parametrize("content", [None, b"", b"no certificate", b"\0\xff"])
def test_an_authority_without_certificates_is_one_line(
    tmp_path: Path, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / "none.pem").write_bytes(content)
    with pytest.raises(EngineUnavailableError, match=r"\A[^\n]*none\.pem[^\n]*\Z"):
        Cluster(ClusterAddress((NOWHERE,), ca=tmp_path / "none.pem"))


def test_a_password_lets_one_in_and_stands_in_no_log(
    gate: Gate, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    gate.login = f"ada:{PASSWORD}"
    address = ClusterAddress((gate.address,), user="ada", password=PASSWORD)
    cluster = Cluster(address)
    assert cluster.exists("of-a-test")
    cluster.close()
    assert PASSWORD not in caplog.text + repr(address)


@pytest.mark.parametrize("password", [None, "another"])
def test_a_wrong_password_is_told_and_not_repeated(gate: Gate, password: str | None) -> None:
    gate.login = f"ada:{PASSWORD}"
    error = failure_of(ClusterAddress((gate.address,), user="ada", password=password))
    assert "refused the user or the password" in str(error)
    assert not isinstance(error, EngineUnreachableError)
    assert len(gate.asked) == 1  # no second try, which may lock a user out


def test_of_several_hosts_one_that_answers_is_enough(gate: Gate) -> None:
    cluster = Cluster(ClusterAddress((NOWHERE, gate.address, NOWHERE)))
    assert all(cluster.exists("of-a-test") for _ in range(6))
    cluster.close()


def test_where_no_host_answers_it_is_said_to_try_again() -> None:
    error = failure_of(ClusterAddress((NOWHERE,)))
    assert isinstance(error, EngineUnreachableError)
    assert "try again" in str(error)


def test_a_host_that_says_nothing_is_waited_for_a_while_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("retrieval.engines.opensearch.connection.ANSWER", 0.1)
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        error = failure_of(ClusterAddress((f"http://127.0.0.1:{silent.getsockname()[1]}",)))
    assert isinstance(error, EngineUnreachableError)


BLOCKED = (
    b'{"error": {"type": "cluster_block_exception", "reason": "index read-only: disk is full"}}'
)


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (503, b'{"error": {"type": "no_master", "reason": "none"}}', EngineUnreachableError),
        (500, b"<html>an error of a proxy</html>", EngineUnreachableError),
        (200, b"<html>not a cluster at all</html>", EngineUnreachableError),
        (200, b'["neither"]', EngineUnreachableError),
        (403, b'{"error": {"type": "security_exception"}}', EngineUnavailableError),
        (413, b"<html>too large</html>", EngineUnavailableError),
        (403, BLOCKED, IndexNoRoomError),
        (429, BLOCKED, IndexNoRoomError),
        (503, BLOCKED, EngineUnreachableError),
        (429, b'{"error": {"type": "rejected_execution_exception"}}', EngineUnreachableError),
        (
            400,
            b'{"error": {"type": "illegal", "reason": "of\\ntwo lines"}}',
            EngineUnavailableError,
        ),
    ],
)
def test_what_a_cluster_may_answer_becomes_an_error_of_ours(
    gate: Gate, status: int, body: bytes, expected: type[RetrievalError]
) -> None:
    gate.instead = lambda path, sent: (status, body)
    cluster = Cluster(ClusterAddress((gate.address,)))
    with pytest.raises(RetrievalError, match=ONE_LINE) as caught:
        cluster.meta("of-a-test")
    assert isinstance(caught.value, expected)
    assert isinstance(caught.value, EngineUnreachableError) == (expected is EngineUnreachableError)
    cluster.close()


NO_ADDRESSES = (
    "search.example.org ftp://search.example.org http:// http://a:b http://a:99999 http://a:"
    " http://a:0 http://[a http://a:9200?pretty http://a:9200#nodes"
).split()


@pytest.mark.parametrize("hosts", ["", " , ", *NO_ADDRESSES])
def test_what_is_no_address_is_said_in_one_line(hosts: str) -> None:
    with pytest.raises(ValueError, match=ONE_LINE):
        ClusterAddress.of_hosts(hosts)


@pytest.mark.parametrize("host", ["http://a:99999", "http://a:b", "http://[a"])
def test_what_cannot_be_read_of_an_address_is_named(host: str) -> None:
    with pytest.raises(ValueError, match="the host or the port of an address"):
        ClusterAddress.of_hosts(host)


@pytest.mark.parametrize("status", [404, 413, 502])
def test_what_is_not_said_in_a_clusters_words_has_its_number(gate: Gate, status: int) -> None:
    gate.instead = lambda path, sent: (status, b"<html>an error of a proxy</html>")
    cluster = Cluster(ClusterAddress((gate.address,)))
    with pytest.raises(RetrievalError, match=rf"\A[^\n]*HTTP {status}[^\n]*proxy[^\n]*\Z"):
        cluster.refresh("of-a-test")
    cluster.close()


def test_only_a_cluster_says_that_nothing_is_there(gate: Gate) -> None:
    cluster = Cluster(ClusterAddress((gate.address,)))
    gate.instead = lambda path, sent: (404, b'{"error": {"type": "index_not_found_exception"}}')
    assert cluster.meta("of-a-test") == {}
    gate.instead = lambda path, sent: (404, b"<html>no such page</html>")
    with pytest.raises(EngineUnavailableError, match="HTTP 404"):
        cluster.meta("of-a-test")
    cluster.close()


@pytest.mark.parametrize("answers", [b"", b'{"status": 200}, {"status": 200}'])
def test_an_answer_of_another_number_is_none(gate: Gate, answers: bytes) -> None:
    gate.instead = lambda path, sent: (200, b'{"responses": [' + answers + b"]}")
    cluster = Cluster(ClusterAddress((gate.address,)))
    with pytest.raises(EngineUnreachableError, match=ONE_LINE):
        cluster.ask("moment", [{"size": 0}])
    gate.instead = lambda path, sent: (200, b'{"errors": false, "items": []}')
    with pytest.raises(EngineUnreachableError, match=ONE_LINE):
        send(cluster, "of-a-test", [b"{}"])
    cluster.close()


def test_a_password_in_an_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(ValueError, match="settings of their own") as caught:
        ClusterAddress.of_hosts("https://ada:opensesame@search.example.org")
    assert "opensesame" not in str(caught.value)


def test_addresses_stand_with_commas_or_spaces_between() -> None:
    named = ClusterAddress.of_hosts("http://a:9200, https://b http://[::1]:9200")
    assert named.hosts == ("http://a:9200", "https://b", "http://[::1]:9200")


@pytest.mark.opensearch
def test_half_an_answer_is_none(address: ClusterAddress, index: str) -> None:
    """A shard that failed, or a time limit, must not pass for an archive with less in it."""
    half = b'{"responses": [{"status": 200, "_shards": {"failed": 1}, "hits": {"hits": []}}]}'
    late = b'{"responses": [{"status": 200, "timed_out": true, "hits": {"hits": []}}]}'
    with standing_before(address.hosts[0]) as gate:
        cluster = Cluster(replace(address, hosts=(gate.address,)))
        engine = OpenSearchEngine(cluster, index)
        engine.add(entry(1, "bridge"))
        engine.commit()
        for answer in (half, late):
            gate.instead = lambda path, body, to=answer: (200, to) if "_msearch" in path else None  # type: ignore[misc]
            with pytest.raises(EngineUnreachableError, match="in part"):
                engine.view().passage_count()
        gate.instead = lambda path, body: None
        assert engine.view().passage_count() == 1
        cluster.close()
