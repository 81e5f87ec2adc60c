"""Our own HTML → the same message without markup, for where Telegram refuses the markup."""

from html.parser import HTMLParser

from bot.render.telegram.markup import plain


def plain_text(html: str) -> str:
    """Quotes in quotation marks, addresses behind their words; both only where they find room."""
    for is_marked in (True, False):
        reader = _Reader(is_marked=is_marked)
        reader.feed(html)
        reader.close()
        text = "".join(reader.parts)
        if plain(text).fits:
            break
    return text


class _Reader(HTMLParser):
    def __init__(self, *, is_marked: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._is_marked = is_marked
        self._address = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self._address = dict(attrs).get("href") or ""
        self._add("“" if tag == "blockquote" else "")

    def handle_endtag(self, tag: str) -> None:
        self._add({"blockquote": "”", "a": f": {self._address}"}.get(tag, ""))

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def _add(self, mark: str) -> None:
        if self._is_marked:
            self.parts.append(mark)
