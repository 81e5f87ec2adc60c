"""What people write to a bot in Polish of itself."""

import re

FOR_HELP = re.compile(
    r"(?:kim|czym) jesteś|co (?:potrafisz|umiesz|robisz|to jest)|o co mogę (?:cię )?(?:za)?pytać"
    r"|jak (?:to działa|działasz|pytać|zapytać|z tego korzystać)|pomoc|pomóż(?: mi)?"
)
