"""The parameters of a request: JSON, form fields, and files where it has parts."""

import json
from dataclasses import dataclass
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any
from urllib.parse import parse_qs

Params = dict[str, Any]

# Words of the bot's, which may look like JSON.
WORDS = frozenset({"text", "caption", "next_offset", "url", "secret_token"})


@dataclass(frozen=True, slots=True)
class Upload:
    name: str
    content: bytes


def params_of(content_type: str, body: bytes) -> Params:
    """Fields as text; what looks like a JSON object or list is one."""
    if content_type.startswith("multipart/form-data"):
        return _parts(content_type, body)
    if content_type == "application/json":
        return {name: _value(name, _text(value)) for name, value in json.loads(body).items()}
    fields = parse_qs(body.decode(), keep_blank_values=True)
    return {name: _value(name, value) for name, (value, *_) in fields.items()}


def _parts(content_type: str, body: bytes) -> Params:
    head = f"Content-Type: {content_type}\r\n\r\n".encode()
    found: Params = {}
    for part in BytesParser(policy=HTTP).parsebytes(head + body).iter_parts():
        disposition = part["Content-Disposition"]
        name, file_name = disposition.params["name"], part.get_filename()
        content = part.get_payload(decode=True)
        assert isinstance(content, bytes)
        if file_name is None:
            found[name] = _value(name, content.decode())
        else:
            found[name] = Upload(file_name, content)
    return found


def _text(value: Any) -> str:
    """As Telegram takes it: words as they are, anything else by its JSON."""
    return value if isinstance(value, str) else json.dumps(value)


def _value(name: str, value: str) -> Any:
    return json.loads(value) if value[:1] in ("{", "[") and name not in WORDS else value
