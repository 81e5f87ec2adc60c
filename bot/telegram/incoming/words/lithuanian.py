"""What people write to a bot in Lithuanian of itself."""

import re

FOR_HELP = re.compile(
    r"kas (?:tu(?: esi| toks)?|čia(?: yra)?)|ką (?:tu )?(?:gali|moki|darai)"
    r"|ko galiu (?:tavęs )?klausti|kaip (?:tai |čia )?(?:veikia|klausti|naudotis)"
    r"|kaip tu veiki|pagalba|padėk(?: man)?|pradėti"
)
