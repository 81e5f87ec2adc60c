"""The one list of the methods that this server knows; any other fails the test."""

from tests.telegram.bot_api.methods import chats, editing, queries, sending, setup
from tests.telegram.bot_api.methods.method import Method

METHODS: dict[str, Method] = {
    **setup.METHODS,
    **sending.METHODS,
    **editing.METHODS,
    **queries.METHODS,
    **chats.METHODS,
}
