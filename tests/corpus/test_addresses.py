from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.addresses import address_key

PAGE = "https://www.news.example.org/2021/bridge-opens-at-last"


@pytest.mark.parametrize(
    "written",
    [
        "http://news.example.org/2021/bridge-opens-at-last",
        "HTTPS://WWW.News.Example.ORG/2021/bridge-opens-at-last/",
        "news.example.org/2021/bridge-opens-at-last",
        "//news.example.org/2021/bridge-opens-at-last",
        " https://www.news.example.org/2021/bridge-opens-at-last#comments\n",
        "https://reader:secret@news.example.org:443/2021/bridge-opens-at-last",
        "http://news.example.org.:80/2021//bridge-opens-at-last//",
        "https://news.example.org/2021/./x/../bridge%2Dopens-at-last",
        "https://news.example.org/2021/bridge-opens-at-last/index.html",
        "https://news.example.org/2021/bridge-opens-at-last/amp/",
        "https://news.example.org/amp/2021/bridge-opens-at-last",
        "https://news.example.org/2021/bridge-opens-at-last.amp",
        "https://amp.news.example.org/2021/bridge-opens-at-last?amp=1",
        "https://m.news.example.org/2021/bridge-opens-at-last",
        "https://www.google.com/amp/s/news.example.org/2021/bridge-opens-at-last/amp",
        "https://news-example-org.cdn.ampproject.org/c/s/news.example.org/2021/bridge-opens-at-last",
        "https://news.example.org/2021/bridge-opens-at-last;jsessionid=1A2B?",
        f"{PAGE}/index.html&quot;",
        f"{PAGE}).”",
        f"{PAGE}?utm_source=chat&utm_medium=a&UTM_Campaign=b#top",
        f"{PAGE}?fbclid=Iw1&amp;gclid=2&at_medium=RSS&ns_mchannel=social&mc_cid=3&_ga=1.2",
        f"{PAGE}?ref=homepage&source=newsletter&cid=social_x&CMP=share_btn",
    ],
)
def test_all_addresses_of_a_page_have_one_key(written: str) -> None:
    assert address_key(written) == address_key(PAGE)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://news.example.org/show?id=7", "https://news.example.org/show?id=8"),
        ("https://news.example.org/show?id=7", "https://news.example.org/show"),
        ("https://news.example.org/show?ref=71234", "https://news.example.org/show?ref=71235"),
        ("https://news.example.org/?p=7&page=2", "https://news.example.org/?p=7"),
        ("https://news.example.org/show?source=town", "https://news.example.org/show?source=sea"),
        ("https://m.example.org/show?id=7", "https://example.org/show?id=7"),
        ("https://news.example.org/2021/Bridge", "https://news.example.org/2021/bridge"),
        ("https://news.example.org/a%2Fb", "https://news.example.org/a/b"),
        ("https://news.example.org/a%3Fb", "https://news.example.org/a?b"),
        ("https://news.example.org/a?q=x%26y", "https://news.example.org/a?q=x&y"),
        ("https://news.example.org/a?q=c%2B", "https://news.example.org/a?q=c+"),
        ("https://news.example.org:8080/a", "https://news.example.org/a"),
        ("https://amp.com.au/shares-of-amp", "https://com.au/shares-of-amp"),
        ("https://news.example.org/amplifier", "https://news.example.org/lifier"),
        ("https://news.example.org/x/camp", "https://news.example.org/x"),
        ("https://news.example.org/#!/bridge", "https://news.example.org/#!/ferry"),
        ("https://straße.example.org/a", "https://strasse.example.org/a"),
    ],
)
def test_addresses_of_two_pages_have_two_keys(one: str, other: str) -> None:
    assert address_key(one) != address_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://news.example.org/show?b=2&a=1&", "https://news.example.org/show?a=1&&b=2"),
        ("https://news.example.org/a?q=new+bridge", "https://news.example.org/a?q=new%20bridge"),
        ("https://žinios.example.org/tiltas", "https://xn--inios-tib.example.org/tiltas"),
        ("https://news.example.org/žinia", "https://news.example.org/%c5%beinia"),
        ("https://news.example.org/z\u030cinia", "https://news.example.org/%C5%BEinia"),
        ("https://news.example.org/o'neill (2)", "https://news.example.org/o%27neill%20%282%29"),
        ("https://[2001:DB8::1]/a", "http://[2001:db8::1]:80/a/"),
    ],
)
def test_spellings_of_one_address_have_one_key(one: str, other: str) -> None:
    assert address_key(one) == address_key(other)


@pytest.mark.parametrize(
    "text",
    ["", " ", "bridge", "http://[broken", "https://", "javascript:alert(1)", "mailto:a@b.example",
     "https://a.example:port/x", "ftp://news.example.org/x", "/2021/bridge", "a3f09c", "//",
     "1.20", "node.7/b",
     f"https://{'google.com/amp/' * 1000}news.example.org/bridge"],
)  # fmt: skip
def test_what_is_no_web_address_has_no_key(text: str) -> None:
    assert address_key(text) == ""


WORDS = st.text(ascii_lowercase + "0123456789ž -'/.%?=&;+#", min_size=1, max_size=12)


@given(st.one_of(st.text(), st.builds("https://{}.example.org/{}?{}".format, WORDS, WORDS, WORDS)))
def test_a_key_is_its_own_key(url: str) -> None:
    key = address_key(url)
    assert address_key(key) == key
    assert address_key(f"https:{key}") == key


SLUGS = st.lists(st.text(ascii_lowercase, min_size=2, max_size=8), min_size=1, max_size=3)
PATHS = SLUGS.map(lambda words: f"/n/{'-'.join(words)}")


@given(PATHS, PATHS, st.integers(0, 99), st.integers(0, 99))
def test_two_pages_never_meet_and_each_meets_itself(
    one: str, other: str, number: int, another: int
) -> None:
    def written(path: str, number: int) -> list[str]:
        told = f"{path}?id={number}"
        return [f"https://www.example.org{told}&utm_source=x", f"http://EXAMPLE.org:80{told}#a"]

    first, second = written(one, number), written(other, another)
    assert len({address_key(each) for each in first}) == 1
    is_one = (one, number) == (other, another)
    assert ({*map(address_key, first)} == {*map(address_key, second)}) == is_one
