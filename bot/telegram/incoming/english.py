"""What people write to a bot in English that is no question for an archive."""

import re

GREETING = re.compile(
    r"(?:(?:hi|hello|hey|good (?:morning|day|afternoon|evening))(?: there| bot)?"
    r"|(?:(?:ok|okay|cool|great|nice|perfect|no) )?(?:thanks|thank you|thx)"
    r"(?: a lot| so much| very much| bot)?|ok|okay|cool|great|nice|nice one|perfect|lol|haha|wow"
    r"|bye|goodbye|good night|see you"
    r"|(?:who|what) are you|what (?:can|do) you do|what is this|what can i ask(?: you)?"
    r"|how (?:do you|does this|does it) work|how do i (?:use|ask) (?:this|you)|help(?: me)?|start)"
)

# Words that only ask about what somebody else said.
CHECKING = (
    "true truth false fake hoax real really right correct legit sure serious seriously honest "
    "fact facts check checked factcheck verify verified confirm confirmed source sources link "
    "links proof evidence happen happened say says said know think thoughts please ok bot "
    "news archive paper article wtf wow lol"
)
