"""Who is in a chat, and what the bot is there."""

from tests.telegram.bot_api.access import reachable_chat
from tests.telegram.bot_api.methods.method import Method
from tests.telegram.bot_api.refusals import bad_request, forbidden
from tests.telegram.bot_api.request_body import Params
from tests.telegram.bot_api.world import BOT, GONE, ChatState, Event, Json, World

RIGHTS = (
    "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members",
    "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories",
    "can_edit_stories", "can_delete_stories",
)  # fmt: skip


def get_chat(world: World, params: Params) -> Json:
    chat = reachable_chat(world, params)
    return {**chat.shown, "accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": {
        "unlimited_gifts": False, "limited_gifts": False, "unique_gifts": False,
        "premium_subscription": False, "gifts_from_channels": False,
    }}  # fmt: skip


def get_member(world: World, params: Params) -> Json:
    chat, user = reachable_chat(world, params), int(params["user_id"])
    if user == BOT["id"]:
        return shown_member(BOT, chat.standing)
    if user not in world.users:
        raise bad_request("PARTICIPANT_ID_INVALID")
    return shown_member(world.users[user], chat.members.get(user, "left"))


def get_administrators(world: World, params: Params) -> list[Json]:
    chat = reachable_chat(world, params)
    if chat.type == "private":
        raise bad_request("there are no administrators in the private chat")
    standings = {**chat.members, BOT["id"]: chat.standing}
    return [
        shown_member(world.users[user], standing)
        for user, standing in standings.items()
        if standing in ("creator", "administrator") and _is_listed(world.users[user])
    ]


def count_members(world: World, params: Params) -> int:
    return 1 + len(_present(reachable_chat(world, params)))


def leave(world: World, params: Params) -> bool:
    chat = reachable_chat(world, params)
    if chat.type == "private":
        raise forbidden("bot can't leave a private chat")
    chat.standing = "left"
    chat.events.append(Event("leaves", BOT, {}))
    return True


def shown_member(user: Json, standing: str) -> Json:
    """A ChatMember."""
    shown: Json = {"user": user, "status": standing}
    if standing == "creator":
        shown |= {"is_anonymous": False}
    if standing == "administrator":
        shown |= {"can_be_edited": False, "is_anonymous": False, **dict.fromkeys(RIGHTS, True)}
    if standing == "kicked":
        shown |= {"until_date": 0}
    return shown


def _is_listed(user: Json) -> bool:
    """Other bots are left out."""
    return not user["is_bot"] or user["id"] == BOT["id"]


def _present(chat: ChatState) -> list[int]:
    return [user for user, standing in chat.members.items() if standing not in GONE]


METHODS = {
    "getChat": Method(get_chat, "chat_id"),
    "getChatMember": Method(get_member, "chat_id user_id"),
    "getChatAdministrators": Method(get_administrators, "chat_id"),
    "getChatMemberCount": Method(count_members, "chat_id"),
    "leaveChat": Method(leave, "chat_id"),
}
