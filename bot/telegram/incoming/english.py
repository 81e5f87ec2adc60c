"""What people write to a bot in English of itself, or of what somebody else said."""

import re

# What asks about the bot itself; greetings and thanks are chatter, which retrieval knows.
FOR_HELP = re.compile(
    r"(?:who|what) are you|what (?:can|do) you do|what is this|what can i ask(?: you)?"
    r"|how (?:do you|does this|does it) work|how do i (?:use|ask) (?:this|you)|help(?: me)?|start"
)

# Words that only ask about what somebody else said.
CHECKING = (
    "true truth false fake hoax real really right correct legit sure serious seriously honest "
    "fact facts check checked factcheck verify verified confirm confirmed source sources link "
    "links proof evidence happen happened say says said know think thoughts please ok bot "
    "news archive paper article wtf wow lol"
)
