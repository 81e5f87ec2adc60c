"""Numbers of persons and chats that tell how often a table looked at one."""


class Counted(int):
    looked_at = 0

    def __hash__(self) -> int:
        Counted.looked_at += 1
        return super().__hash__()
