"""Errors of this package.

BotError
  SettingsError  a setting or an option that cannot be used
  TokenError     the Telegram token is missing, malformed or refused; never holds the token
  SearchError    a search failed; names what failed and where, never what was asked
"""


class BotError(Exception):
    """Something about how the program was set up or called; one line for a person."""


class SettingsError(BotError):
    pass


class TokenError(BotError):
    pass


class SearchError(BotError):
    pass
