"""The bot's token from a file, as systemd's credentials and the secrets of containers are."""

from pathlib import Path

from bot.errors import SettingsError

LONGEST = 1024  # bytes; a token has some 46


def token_in(path: Path, name: str) -> str:
    """What the file holds, without blanks around it; `name` is the setting that named the file.

    Raises SettingsError, which never holds what the file does.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LONGEST + 1)
    except OSError as error:
        raise SettingsError(f"{name}: {path} cannot be read: {error.strerror}") from error
    try:
        token = content.decode("utf-8-sig").strip()
    except UnicodeDecodeError:
        token = ""
    if not token or len(content) > LONGEST or len(token.split()) > 1:
        raise SettingsError(f"{name}: {path} has to hold the token and nothing else")
    return token
