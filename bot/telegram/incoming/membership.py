"""Whether the bot was added to a chat, or put out of it."""

from telegram import ChatMember, ChatMemberUpdated

OUT = (ChatMember.LEFT, ChatMember.BANNED)


def is_coming(change: ChatMemberUpdated | None) -> bool:
    """A change of its rights is none."""
    return (
        change is not None and _is_in(change.new_chat_member) and not _is_in(change.old_chat_member)
    )


def is_going(change: ChatMemberUpdated) -> bool:
    return _is_in(change.old_chat_member) and not _is_in(change.new_chat_member)


def _is_in(member: ChatMember) -> bool:
    """Somebody restricted may be in or out."""
    if member.status == ChatMember.RESTRICTED:
        return bool(getattr(member, "is_member", False))
    return member.status not in OUT
