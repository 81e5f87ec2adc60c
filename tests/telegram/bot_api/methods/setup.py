"""What a bot says of itself, and how it gets its updates."""

import re

from tests.telegram.bot_api.methods.method import Method
from tests.telegram.bot_api.refusals import bad_request
from tests.telegram.bot_api.request_body import Params
from tests.telegram.bot_api.world import Json, World

COMMAND = re.compile(r"/?[a-z0-9_]{1,32}")
MAX_COMMANDS = 100
MAX_DESCRIPTION = 256


def get_me(world: World, params: Params) -> Json:
    return world.me


def set_commands(world: World, params: Params) -> bool:
    commands = params["commands"]
    if len(commands) > MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not COMMAND.fullmatch(command["command"]):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= MAX_DESCRIPTION:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    world.commands[_scope(params)] = commands
    return True


def get_commands(world: World, params: Params) -> list[Json]:
    return world.commands.get(_scope(params), [])


def delete_commands(world: World, params: Params) -> bool:
    world.commands.pop(_scope(params), None)
    return True


def get_updates(world: World, params: Params) -> list[Json]:
    return world.updates.fetch(params)


def set_webhook(world: World, params: Params) -> bool:
    world.updates.set_webhook(params)
    return True


def delete_webhook(world: World, params: Params) -> bool:
    world.updates.delete_webhook(params)
    return True


def get_webhook_info(world: World, params: Params) -> Json:
    updates = world.updates
    info = {
        "url": updates.webhook.get("url", ""),
        "has_custom_certificate": "certificate" in updates.webhook,
        "pending_update_count": updates.waiting,
    }
    error = {"last_error_date": world.date, "last_error_message": updates.last_error}
    return info | error if updates.last_error else info


def _scope(params: Params) -> str:
    scope = params.get("scope", {"type": "default"})
    return f"{scope['type']} {scope.get('chat_id', '')} {params.get('language_code', '')}".strip()


WHERE = "scope language_code"
METHODS = {
    "getMe": Method(get_me),
    "setMyCommands": Method(set_commands, "commands", WHERE),
    "getMyCommands": Method(get_commands, known=WHERE),
    "deleteMyCommands": Method(delete_commands, known=WHERE),
    "getUpdates": Method(get_updates, known="offset limit timeout allowed_updates"),
    "setWebhook": Method(
        set_webhook,
        "url",
        "certificate ip_address max_connections allowed_updates drop_pending_updates secret_token",
    ),
    "deleteWebhook": Method(delete_webhook, known="drop_pending_updates"),
    "getWebhookInfo": Method(get_webhook_info),
}
