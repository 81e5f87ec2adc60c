"""Nothing but the public web is asked, whatever names and redirects lead to."""

import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from ipaddress import IPv4Address, IPv6Address
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from corpus.collect.network.backend import Network
from corpus.collect.network.exchange import Failure, NoAnswerError, Reason, Request, Response
from corpus.collect.network.fetching import Fetcher
from corpus.collect.network.policy import Policy
from corpus.collect.network.public import is_public
from corpus.collect.network.target import host_of, web_address
from tests.corpus.collect.web import LOOPBACK, Web, drip, fetcher, moved, page, serving

PRIVATE = """
    0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 100.127.255.255 127.0.0.1 127.255.255.254 169.254.169.254
    172.16.0.1 172.31.255.255 192.0.0.8 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.51.100.1
    203.0.113.1 224.0.0.1 239.1.1.1 240.0.0.1 255.255.255.255
    :: ::1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 ::ffff:0:8.8.8.8 64:ff9b::8.8.8.8
    64:ff9b::10.0.0.1 64:ff9b:1::1 100::1 2001::1 2001:0:4136:e378:8000:63bf:3fff:fdd2 2001:10::1
    2001:20::1 2001:db8::1 2002:7f00:1:: 2002:808:808::1 3fff::1 5f00::1 fc00::1 fd12::1 fe80::1
    fec0::1 ff02::1 fe80::1%eth0 localhost 1 0x7f000001
""".split()
PUBLIC = """
    1.1.1.1 8.8.8.8 93.184.215.14 100.63.255.255 100.128.0.1 172.15.0.1 172.32.0.1 193.0.0.1
    223.255.255.254 2001:4860:4860::8888 2606:4700:4700::1111 2a00:1450:4001::1
""".split()


@pytest.mark.parametrize("address", PRIVATE)
def test_what_is_no_public_host_is_told(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_host_is_told(address: str) -> None:
    assert is_public(address)


@given(some.one_of(some.ip_addresses(v=4), some.ip_addresses(v=6)))
def test_nothing_is_public_that_python_knows_to_be_private(
    address: IPv4Address | IPv6Address,
) -> None:
    if is_public(str(address)):
        assert address.is_global
        assert not (address.is_multicast or address.is_reserved or address.is_unspecified)


@given(some.ip_addresses(v=4))
def test_no_address_that_carries_another_inside_is_public(inner: IPv4Address) -> None:
    number = int(inner)
    carriers = ("::", "::ffff:0:0", "::ffff:0:0:0", "64:ff9b::", "64:ff9b:1::")
    for carrier in carriers:
        assert not is_public(str(IPv6Address(int(IPv6Address(carrier)) + number)))
    assert not is_public(str(IPv6Address((0x2002 << 112) + (number << 80))))


REFUSED = """
    http://2130706433/ http://0x7f000001/ http://0x7f.0.0.1/ http://0X7F.1/ http://127.1/
    http://0177.0.0.1/ http://017700000001/ http://1.2.3.4.5/ http://paper.0x/ http://paper.1/
    http://[fe80::1%25eth0]/ http://[fe80::1%eth0]/ http://[::1 http://[]/ http://]/
    http://me@paper.example/ http://me:word@paper.example/ http://@paper.example/
    http://paper.example@127.0.0.1/ http://paper.example\\@127.0.0.1/ http:\\\\paper.example/
    http://paper.example:22/ http://paper.example:0/ http://paper.example:25/
    http://paper.example:99999/ http://paper.example:x/ ftp://paper.example/ file:///etc/passwd
    javascript:alert(1) data:text/html,x //paper.example/ paper.example/a /a http: http:///a
    http:paper.example http://a..b/ http://.paper.example/ http://%6c%6f%63alhost/
    http://１２７.0.0.1/ http://①②⑦.⓪.⓪.①/ http://0x7f。1/ http://ⓛocalhost/ http://exa%00mple.org/
    http://paper.example../
""".split()


@pytest.mark.parametrize("address", ["", " ", "http://exa mple.org/", *REFUSED])
def test_an_address_that_may_be_read_in_two_ways_is_refused(address: str) -> None:
    with pytest.raises(NoAnswerError) as refused:
        web_address(address)
    assert refused.value.reason is Reason.ADDRESS


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("HTTPS://Paper.EXAMPLE:443/A b?q=ž#top", "https://paper.example/A%20b?q=%C5%BE"),
        ("http://paper.example./a", "http://paper.example/a"),
        ("http://localhost.", "http://localhost/"),
        ("http://žinios.example/", "http://xn--inios-tib.example/"),
        ("http://paper.example:8080/@me", "http://paper.example:8080/@me"),
        ("http://127。0。0。1/", "http://127.0.0.1/"),
        ("http://[2001:db8::1]/", "http://[2001:db8::1]/"),
    ],
)
def test_an_address_is_asked_in_one_form(address: str, asked: str) -> None:
    assert str(web_address(address)) == asked


@given(some.text() | some.builds("http://{}/{}".format, some.text(), some.text()))
def test_any_text_is_an_address_of_one_host_or_refused(text: str) -> None:
    try:
        url = web_address(text)
    except NoAnswerError as refused:
        assert refused.reason is Reason.ADDRESS
        return
    assert web_address(str(url)) == url
    assert host_of(url).isascii()
    assert not set(host_of(url)) & set(" /\\@%?#")


@pytest.mark.parametrize("host", ["paper.example", "localhost", "localhost.", "127.0.0.1", "[::1]"])
def test_a_host_on_this_machine_is_not_asked(web: Web, host: str) -> None:
    network = Network(resolve=lambda host, port: ["127.0.0.1"], ports=None)
    with fetcher(network=network) as asking:
        came = asking.fetch(Request(web.address("/a", host)))
    assert isinstance(came, Failure)
    assert came.reason is Reason.PRIVATE
    assert not web.log


def test_the_system_is_asked_for_names() -> None:
    with Fetcher(Policy()) as asking:
        came = asking.fetch(Request("http://localhost/"))
    assert isinstance(came, Failure)
    assert came.reason is Reason.PRIVATE


def test_a_keeper_may_allow_his_own_network(web: Web) -> None:
    web.answers["/a"] = page(b"here")
    with Fetcher(Policy(allow_private=True)) as asking:
        assert isinstance(asking.fetch(Request(web.address("/a", "localhost"))), Response)


def test_a_host_with_one_private_address_among_public_ones_is_not_asked(web: Web) -> None:
    network = replace(LOOPBACK, resolve=lambda host, port: ["127.0.0.1", "10.0.0.1"])
    with fetcher(network=network) as asking:
        came = asking.fetch(Request(web.address("/a")))
    assert isinstance(came, Failure)
    assert came.reason is Reason.PRIVATE
    assert not web.log


def test_a_redirect_leads_to_no_private_host(web: Web) -> None:
    inside = {"inside.example": "127.0.0.2", "paper.example": "127.0.0.1"}
    network = replace(LOOPBACK, resolve=lambda host, port: [inside[host]])
    with serving("127.0.0.2") as secret, fetcher(network=network) as asking:
        web.answers["/a"] = moved(secret.address("/secret", "inside.example"))
        came = asking.fetch(Request(web.address("/a")))
        assert not secret.log
    assert isinstance(came, Failure)
    assert (came.reason, came.address) == (
        Reason.PRIVATE,
        secret.address("/secret", "inside.example"),
    )


def test_the_address_that_was_checked_is_the_one_that_is_connected_to(web: Web) -> None:
    """A name server may give another address each time it is asked."""
    given = iter(["127.0.0.1"] + 100 * ["127.0.0.2"])
    network = replace(LOOPBACK, resolve=lambda host, port: [next(given)])
    with socket.socket() as secret:  # listens on the same port, at the other address
        secret.bind(("127.0.0.2", web.port))
        secret.listen()
        secret.settimeout(0.2)
        web.answers["/a"] = moved("/b")
        web.answers["/b"] = drip(iter([b""]), 0)  # it hangs up, and is connected to anew
        with fetcher(network=network) as asking:
            came = asking.fetch(Request(web.address("/a")))
        with pytest.raises(TimeoutError):
            secret.accept()
    assert isinstance(came, Failure)
    assert came.reason is Reason.PRIVATE


def test_a_name_that_nobody_has_is_a_reason_of_its_own() -> None:
    def unknown(host: str, port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, "no such name")

    with fetcher(network=replace(LOOPBACK, resolve=unknown)) as asking:
        came = asking.fetch(Request("http://paper.example/"))
    assert isinstance(came, Failure)
    assert came.reason is Reason.NO_HOST


def test_a_name_that_nobody_answers_for_ends_with_the_answers_time() -> None:
    told = threading.Event()

    def silent(host: str, port: int) -> list[str]:
        assert told.wait(60)
        return ["127.0.0.1"]

    with fetcher(seconds=0.3, network=replace(LOOPBACK, resolve=silent)) as asking:
        came = asking.fetch(Request("http://paper.example/"))
        assert not told.is_set()
    told.set()
    assert isinstance(came, Failure)
    assert came.reason is Reason.TIMEOUT


def test_where_one_address_of_a_host_is_silent_the_next_is_tried(web: Web) -> None:
    web.answers["/a"] = page(b"here")
    network = Network(lambda host, port: ["127.0.0.3", "127.0.0.1"], lambda address: True, None)
    with fetcher(network=network) as asking:
        assert isinstance(asking.fetch(Request(web.address("/a"))), Response)


@contextmanager
def certified(folder: Path, name: str) -> Iterator[tuple[Web, Network]]:
    """A web server with a certificate for one name, and a network that trusts it."""
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    made = f"openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN={name}".split()
    placed = (
        "-addext",
        f"subjectAltName=DNS:{name}",
        "-keyout",
        str(key),
        "-out",
        str(certificate),
    )
    subprocess.run([*made, *placed], check=True, capture_output=True)
    theirs = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    theirs.load_cert_chain(certificate, key)
    ours = ssl.create_default_context(cafile=certificate)
    with serving(tls=theirs) as web:
        yield web, replace(LOOPBACK, tls=ours)


def test_a_secure_host_is_the_one_that_was_named(tmp_path: Path) -> None:
    with certified(tmp_path, "paper.example") as (web, network), fetcher(network=network) as asking:
        web.answers["/a"] = page(b"here")
        named = asking.fetch(Request(web.address("/a", scheme="https")))
        other = asking.fetch(Request(web.address("/a", "other.example", scheme="https")))
    with certified(tmp_path, "paper.example") as (web, network), fetcher() as asking:
        unknown = asking.fetch(Request(web.address("/a", scheme="https")))
    assert isinstance(named, Response)
    assert isinstance(other, Failure)
    assert isinstance(unknown, Failure)
    assert (other.reason, unknown.reason) == (Reason.TLS, Reason.TLS)
