"""Errors of this package.

BotError
  SettingsError  a setting or an option that cannot be used
  TokenError     the Telegram token is missing, malformed or refused; never holds the token
  SearchError    a search failed; names what failed and where, never what was asked
    TooLongError    it took longer than it may
    AwayError       the engine's server does not answer now
  PressRefusedError  a button that leads nowhere, or not for who pressed; its words are for them
  InUseError     something that the program needs for itself is in use, or cannot be used
    StateError     the bot's own file
    ConflictError  another program asks Telegram for this bot's messages
    ArchiveGoneError  the archive that a running bot answers from was replaced or deleted
"""


class BotError(Exception):
    """Something about how the program was set up or called; one line for a person."""


class SettingsError(BotError):
    pass


class TokenError(BotError):
    pass


class SearchError(BotError):
    pass


class PressRefusedError(BotError):
    pass


class TooLongError(SearchError):
    pass


class AwayError(SearchError):
    pass


class InUseError(BotError):
    pass


class StateError(InUseError):
    pass


class ConflictError(InUseError):
    pass


class ArchiveGoneError(InUseError):
    pass
