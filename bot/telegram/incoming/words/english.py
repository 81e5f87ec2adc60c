"""What people write to a bot in English of itself."""

import re

# What asks about the bot itself; greetings and thanks are chatter, which retrieval knows.
FOR_HELP = re.compile(
    r"(?:who|what) are you|what (?:can|do) you do|what is this|what can i ask(?: you)?"
    r"|how (?:do you|does this|does it) work|how do i (?:use|ask) (?:this|you)|help(?: me)?|start"
)
