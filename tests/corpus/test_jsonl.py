import gzip
import json
import lzma
from collections.abc import Callable
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.article import MAX_PARAGRAPHS, Article
from corpus.files import read_files
from corpus.readers import Defaults, Finished, Rejected
from corpus.readers.records.jsonl import MAX_LINE_BYTES

GOOD: dict[str, object] = {
    "id": "ferry",
    "title": "Ferry stops",
    "text": "The ferry stopped.\n\nNobody knows why.",
    "published": "2021-01-27",
    "source": "Nemunas Herald",
}


def read(
    folder: Path, content: bytes, name: str = "a.jsonl", defaults: Defaults | None = None
) -> list[Finished | Rejected]:
    file = folder / name
    file.write_bytes(content)
    return list(read_files([file], defaults or Defaults()))


def line(**changed: object) -> bytes:
    value = {key: part for key, part in {**GOOD, **changed}.items() if part is not ...}
    return json.dumps(value).encode() + b"\n"


def article(folder: Path, content: bytes, defaults: Defaults | None = None) -> Article:
    (item,) = read(folder, content, defaults=defaults)
    assert isinstance(item, Finished), item
    return item.article


def reason(folder: Path, content: bytes) -> str:
    (item,) = read(folder, content)
    assert isinstance(item, Rejected), item
    assert item.line == 1
    return item.reason


def test_a_line_is_an_article(tmp_path: Path) -> None:
    everything = line(
        url="https://news.example.org/ferry", updated="2021-01-28T08:00:00+02:00",
        agency="RBE/RN", authors=["Ona Onaitė", " "], section="Ports", language="lt", more=[1],
    )  # fmt: skip
    found = article(tmp_path, everything)
    assert found.paragraphs == ("The ferry stopped.", "Nobody knows why.")
    assert (found.published, found.authors) == (date(2021, 1, 27), ("Ona Onaitė",))
    assert (found.agency, found.section, found.language) == ("RBE/RN", "Ports", "lt")
    assert found.updated is not None
    assert found.updated.isoformat() == "2021-01-28T08:00:00+02:00"


def test_markup_in_a_text_becomes_paragraphs_and_characters(tmp_path: Path) -> None:
    content = line(
        text="<p>One &amp; <b>two</b>.</p><p>Three <F>.</p>", title="<i>Vilka</i> &amp; I"
    )
    found = article(tmp_path, content)
    assert (found.title, found.paragraphs) == ("Vilka & I", ("One & two.", "Three <F>."))
    content = line(text=..., paragraphs=["<p>One.</p>", "Two<br>Three"])
    assert article(tmp_path, content).paragraphs == ("One.", "Two", "Three")


def test_paragraphs_may_come_as_a_list(tmp_path: Path) -> None:
    assert article(tmp_path, line(text=..., paragraphs=[" One. ", "", "Two."])).paragraphs == (
        "One.",
        "Two.",
    )


def test_an_empty_list_of_paragraphs_leaves_the_text(tmp_path: Path) -> None:
    assert article(tmp_path, line(paragraphs=[])).paragraphs == (
        "The ferry stopped.",
        "Nobody knows why.",
    )


def test_a_line_end_parts_paragraphs_in_a_list_too(tmp_path: Path) -> None:
    content = line(paragraphs=["One.\n\nRead more: Ferry\n\nTwo."])
    assert article(tmp_path, content).paragraphs == ("One.", "Two.")


def test_an_agency_by_the_name_of_the_outlet_is_none(tmp_path: Path) -> None:
    assert article(tmp_path, line(agency="NEMUNAS HERALD")).agency is None


@pytest.mark.parametrize("title", [None, "", "  ", ...])
def test_an_article_without_a_headline_is_taken(tmp_path: Path, title: object) -> None:
    assert article(tmp_path, line(title=title)).title == ""


def test_without_an_id_the_address_is_the_id_and_without_that_a_hash(tmp_path: Path) -> None:
    url = "https://news.example.org/ferry"
    assert article(tmp_path, line(id=..., url=url)).id == url
    hashed = article(tmp_path, line(id=...)).id
    assert len(hashed) == 16
    assert article(tmp_path, line(id=..., title="Other")).id != hashed


def test_a_number_names_no_article(tmp_path: Path) -> None:
    address = "https://herald.example/ferry"
    assert article(tmp_path, line(id=7, url=address)).id == address
    assert article(tmp_path, line(id=7)).id == article(tmp_path, line(id=...)).id


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "ferry", "https://", "http://[", "ftp://x/y"]
)
def test_what_is_no_web_address_is_no_link_and_still_the_name(tmp_path: Path, url: str) -> None:
    found = article(tmp_path, line(id=..., url=url))
    assert (found.id, found.url) == (url, None)


@pytest.mark.parametrize("updated", ["2021-01-26", "2021-01-26T23:00:00Z"])
def test_an_update_before_the_publication_is_none(tmp_path: Path, updated: str) -> None:
    assert article(tmp_path, line(updated=updated)).updated is None
    assert article(tmp_path, line(updated="2021-01-28")).updated == date(2021, 1, 28)


def test_without_an_outlet_the_keepers_word_counts_then_the_host(tmp_path: Path) -> None:
    url = "https://www.news.example.org/x"
    assert article(tmp_path, line(source=..., url=url)).source == "news.example.org"
    assert article(tmp_path, line(source=..., url=url), Defaults("Baltic Post")).source == (
        "Baltic Post"
    )
    (item,) = read(tmp_path, line(source=...))
    assert isinstance(item, Finished)
    assert (item.article.source, item.no_source) == ("unknown outlet", True)


def test_local_times_get_the_outlets_zone_or_stay_dates(tmp_path: Path) -> None:
    local = line(published="2021-07-01 09:00")
    zoned = article(tmp_path, local, Defaults(timezone=ZoneInfo("Europe/Vilnius")))
    assert zoned.published.isoformat() == "2021-07-01T09:00:00+03:00"
    (item,) = read(tmp_path, local)
    assert isinstance(item, Finished)
    assert (item.article.published, item.no_zone) == (date(2021, 7, 1), True)


def test_control_characters_are_left_out_or_repaired(tmp_path: Path) -> None:
    found = article(tmp_path, line(text="It\u0092s the \u001b[31mferry\u0007."))
    assert found.paragraphs == ("It’s the [31mferry.",)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b'{"broken\n', "not JSON"),
        (b"[1, 2]\n", "expected object"),
        (b"null\n", "expected object"),
        (b"[" * 100_000 + b"\n", "expected object"),
        (b'{"id": ' + b"[" * 100_000 + b"\n", "id: expected int | str"),
        (b"\xff\xfe\n", "not"),
        (line().replace(b"ferry stopped", b"ferry\xffstopped"), "UTF-8"),
        (line().replace(b"Ferry", b"\\ud800"), "not JSON"),
        (line(text="a\0b"), "NUL"),
        (line(title="a\0b"), "NUL"),
        (line().replace(b"Ferry", b"Fe\0rry"), "not JSON"),
        (line(title=5), "title: expected str"),
        (line(text=["x"]), "text: expected str"),
        (line(paragraphs="x"), "paragraphs: expected array"),
        (line(paragraphs=[1]), "paragraphs"),
        (line(authors={"a": 1}), "authors: expected"),
        (line(text=""), "no text"),
        (line(text=" \n "), "no text"),
        (line(text=...), 'no "text"'),
        (line(text=..., paragraphs=[]), "no text"),
        (line(published=...), 'no "published"'),
        (line(published=""), "published: not a date"),
        (line(published="soon"), "published: not a date"),
        (line(published="01/02/2021"), "published: not a date"),
        (line(published="2021-02-30"), "published: no such date"),
        (line(published="0000-00-00"), "published: no such date"),
        (line(published=True), "published: expected"),
        (line(published=2021), "published: not a date"),
        (line(updated="soon"), "updated: not a date"),
        (line(id=""), "id: must have 1 to 500 characters"),
        (line(id="x" * 501), "id: must have 1 to 500 characters"),
        (line(id="a\nb"), "id: holds white space other than"),
        (line(id="a  b"), "id: holds white space other than"),
        (line(id=" a "), "id: has white space at its beginning or end"),
        (line(id="a\u202e"), "id: holds characters that cannot be shown"),
        (line(title="x" * 2001), "title"),
        (line(source="x" * 201), "source"),
        (line(paragraphs=["x"] * (MAX_PARAGRAPHS + 1)), "paragraphs"),
        (line(text="x" * MAX_LINE_BYTES), "longer"),
    ],
)
def test_what_cannot_be_read_is_rejected_with_its_reason(
    tmp_path: Path, content: bytes, why: str
) -> None:
    assert why in reason(tmp_path, content)


def test_a_bad_line_does_not_stop_the_rest(tmp_path: Path) -> None:
    items = read(tmp_path, line() + b"\n{\n" + b"x" * (2 * MAX_LINE_BYTES) + b"\n" + line(id="b"))
    assert [item.line if isinstance(item, Rejected) else item.article.id for item in items] == [
        "ferry",
        3,
        4,
        "b",
    ]


def test_a_bom_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    content = b"\xef\xbb\xbf" + line().replace(b"\n", b"\r\n") + line(id="b")
    assert all(isinstance(item, Finished) for item in read(tmp_path, content))


@pytest.mark.parametrize(
    ("name", "pack"), [("a.jsonl.gz", gzip.compress), ("a.JSONL.XZ", lzma.compress)]
)
def test_compressed_lines_are_read(
    tmp_path: Path, name: str, pack: Callable[[bytes], bytes]
) -> None:
    items = read(tmp_path, pack(line() + line(id="b")), name)
    assert [item.article.id for item in items if isinstance(item, Finished)] == ["ferry", "b"]


@pytest.mark.parametrize(
    ("name", "pack"), [("a.jsonl.gz", gzip.compress), ("a.jsonl.xz", lzma.compress)]
)
def test_a_file_cut_off_gives_what_is_whole_and_says_the_rest(
    tmp_path: Path, name: str, pack: Callable[[bytes], bytes]
) -> None:
    lines = b"".join(line(id=f"a{n}", text=f"Text {n * 7919}.") for n in range(5000))
    whole = pack(lines)
    items = read(tmp_path, whole[: len(whole) // 2], name)
    assert 0 < len(items) - 1 < 5000
    assert isinstance(items[-1], Rejected)
    assert items[-1].reason == f"cut off after line {len(items) - 1}; the lines up to it were taken"


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.jsonl.xz"])
def test_what_is_not_compressed_is_rejected(tmp_path: Path, name: str) -> None:
    (item,) = read(tmp_path, line(), name)
    assert isinstance(item, Rejected)


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.jsonl.xz"])
def test_progress_adds_up_to_the_file_on_disk(tmp_path: Path, name: str) -> None:
    packs: dict[str, Callable[[bytes], bytes]] = {"gz": gzip.compress, "xz": lzma.compress}
    content = b"".join(line(id=f"a{n}") for n in range(100))
    pack = packs.get(name.rpartition(".")[2])
    file = tmp_path / name
    file.write_bytes(pack(content) if pack else content)
    told: list[int] = []
    assert len(list(read_files([file], Defaults(), told.append))) == 100
    assert sum(told) == file.stat().st_size


@settings(
    suppress_health_check=[*settings().suppress_health_check, HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.one_of(st.binary(), st.text().map(lambda text: line(text=text)))))
def test_any_bytes_are_articles_or_rejected(tmp_path: Path, lines: list[bytes]) -> None:
    for item in read(tmp_path, b"\n".join(lines)):
        assert isinstance(item, Finished | Rejected)
        if isinstance(item, Rejected):
            assert item.reason.strip()


def test_many_lines_are_read_elsewhere_in_their_order_and_are_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [line(id=f"a{n}", text=f"The ferry stopped {n} times." * 20) for n in range(1500)]
    content = b"".join([*lines[:700], b"{broken\n", *lines[700:]])
    here = read(tmp_path, content)
    monkeypatch.setattr("corpus.readers.crew.TO_START", 0.0)
    assert read(tmp_path, content) == here
    assert len(here) == 1501
    assert here[700] == Rejected(str(tmp_path / "a.jsonl"), 701, getattr(here[700], "reason", ""))


def test_lines_before_the_end_of_a_file_that_is_cut_off_are_taken_and_counted(
    tmp_path: Path,
) -> None:
    whole = b"".join(line(id=f"a{n}", text=f"Text {n * n * n}.") for n in range(5000))
    items = read(tmp_path, gzip.compress(whole)[:-2000], "a.jsonl.gz")
    *taken, last = items
    assert all(isinstance(item, Finished) for item in taken)
    assert isinstance(last, Rejected)
    assert last.reason == f"cut off after line {len(taken)}; the lines up to it were taken"
