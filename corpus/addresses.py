"""One web page has several addresses: which of them are the same."""

import re
import unicodedata
from contextlib import suppress
from posixpath import normpath
from urllib.parse import quote, unquote_to_bytes

from corpus.tracking import is_tracking

MARKS_BEHIND = ".,;:!?)]}>'\"”’»"  # of the sentence, not of the address

LONGEST = 2_000  # characters; a longer one names no page that anybody visits
WEB = re.compile(
    r"(?:(?:https?:)?//|(?=[^/?#:@]+\.(?:[^\W\d_]{2,}|xn--[\w-]+)\.?(?:[:/?#]|$)))"
    r"(?:[^/?#@]*@)?(?P<host>\[[^/?#\]]*\]|[^/?#:]*)(?::(?P<port>[0-9]*))?"
    r"(?P<path>/[^?#]*)?(?:\?(?P<query>[^#]*))?(?:\#(?P<view>.*))?",
    re.I | re.S,
)
DEFAULT_PORTS = ("", "80", "443")
HOST = re.compile(r"[a-z\d_-]+(?:\.[a-z\d_-]+)*|\[[\da-f:.]+\]")
WWW = re.compile(r"www\.(?=.+\.)")
# `amp.lrt.lt`, but not `amp.com.au`: what is left must be a name.
TELEPHONE = re.compile(r"(?:www|amp|mobile|m)\.(?!(?:com?|org|net|gov|edu|ac)\.[a-z]{2}$)(?=.+\.)")
PLAIN = re.compile(r"(?:/(?!amp(?:/|$))[\w~-]+)*", re.A | re.I)  # most paths: nothing to change
SPELT_ONE_WAY = re.compile(r"[\w.~/-]*", re.A)
SAFE = "!$'()*,:@~"  # characters that stand in paths and queries as they are
IN_PATH, IN_QUERY = f"{SAFE};&=+", f"{SAFE};/?"
NOT_OF_PATH = re.compile(
    r"/(?:amp(?:\.html?)?|(?:index|default)\.(?:[sx]?html?|php|aspx?|jsp|cfm))?$"
    r"|\.amp(?=(?:\.html?)?$)|^/amp(?=/)|;(?:jsessionid|phpsessid)=[^/;]*"
    r"|(?:&quot;|[.,;:!)']|%22|%3E|%7D|%C2%BB|%E2%80%9[9D])+$",  # of the sentence around it
    re.I,
)
CACHE = re.compile(  # of pages for telephones, as search engines keep them
    r"(?:[^/]+\.cdn\.ampproject\.org/[a-z]+|(?:www\.)?google\.[a-z.]+/amp)(?:/s)?/"
    r"(?=[^/]+\.[^/]+/)"
)


def address_key(url: str) -> str:
    """The same for all addresses of one web page; empty for what is no web address.

    Scheme, user, default port, case of the host, `www.`, fragment, parameters that track, the
    order of the others, spellings of characters, and a slash, `index.html` or `/amp` at the end
    make no difference; nor do `amp.` and `m.` where the path alone tells the page. Case of the
    path does. A key is its own key.
    """
    given = url.strip().replace("&amp;", "&")
    web = WEB.fullmatch(given) if len(given) <= LONGEST else None
    if web is None:
        return ""
    name, port, path, query, view = web.groups("")
    host = _host(name)
    if not HOST.fullmatch(host):
        return ""
    if cache := CACHE.match(f"{host}{path}"):
        return address_key(f"//{host}{path}?{query}".replace(cache[0], "", 1))
    path = _path(path)
    query = _query(query, path)
    prefix = TELEPHONE if path and not query else WWW
    while found := prefix.match(host):
        host = host[found.end() :]
    place = "" if port in DEFAULT_PORTS else f":{port}"
    return f"//{host}{place}{path}{query}{_view(view)}"


def _host(name: str) -> str:
    """In lower case and ASCII: labels in other letters become Punycode."""
    if name.isascii():
        return name.lower().strip(".")
    host = unicodedata.normalize("NFKC", name).replace("。", ".").lower().strip(".")
    return ".".join(
        label if label.isascii() else f"xn--{label.encode('punycode').decode()}"
        for label in host.split(".")
    )


def _path(path: str) -> str:
    if PLAIN.fullmatch(path):
        return path
    if not SPELT_ONE_WAY.fullmatch(path):
        path = "/".join(_spelled(segment, IN_PATH) for segment in path.split("/"))
    shorter = None
    while path != (shorter := NOT_OF_PATH.sub("", normpath(f"/{path.lstrip('/')}"))):
        path = shorter
    return path


def _query(query: str, path: str) -> str:
    """What is left of it, in the order of the names."""
    if not query:
        return ""
    kept = []
    for parameter in query.split("&"):
        name, _, value = parameter.replace("+", "%20").partition("=")
        name, value = _spelled(name, IN_QUERY), _spelled(value, IN_QUERY)
        if (name or value) and not is_tracking(name, value, path):
            kept.append((name, value))
    kept.sort(key=lambda parameter: parameter[0])
    told = "&".join(f"{name}={value}" if value else name for name, value in dict.fromkeys(kept))
    return f"?{told}" if told else ""


def _view(fragment: str) -> str:
    """A fragment by which a page's own program tells articles apart: `#!/bridge`."""
    return f"#{_spelled(fragment, IN_QUERY)}" if fragment.startswith(("!", "/")) else ""


def _spelled(text: str, safe: str) -> str:
    """With each character in its one spelling: encoded, unless it is safe."""
    data = unquote_to_bytes(text.encode("utf-8", "surrogatepass"))
    with suppress(UnicodeDecodeError):
        data = unicodedata.normalize("NFC", data.decode()).encode()
    return quote(data, safe=safe)
