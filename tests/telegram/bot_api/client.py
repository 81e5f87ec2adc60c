"""A bare bot, for the tests of the server itself."""

import json
from typing import Any

import httpx

from tests.telegram.bot_api_server import TOKEN, BotApiServer

Json = dict[str, Any]


class Client:
    def __init__(self, api: BotApiServer) -> None:
        self._http = httpx.Client(base_url=f"{api.url}/bot{TOKEN}/", timeout=10)

    def ask(self, method: str, *, files: Any = None, **params: Any) -> Json:
        """The whole answer."""
        fields = {
            name: json.dumps(value) if isinstance(value, dict | list) else value
            for name, value in params.items()
        }
        answer: Json = self._http.post(method, data=fields, files=files).json()
        return answer

    def done(self, method: str, *, files: Any = None, **params: Any) -> Any:
        answer = self.ask(method, files=files, **params)
        assert answer["ok"], answer
        return answer["result"]

    def refusal(self, method: str, *, files: Any = None, **params: Any) -> str:
        answer = self.ask(method, files=files, **params)
        assert not answer["ok"]
        return str(answer["description"])

    def updates(self, **params: Any) -> list[Json]:
        """What waits, without its numbers; confirmed by the next call."""
        found: list[Json] = self.done("getUpdates", **params)
        return found

    def close(self) -> None:
        self._http.close()
