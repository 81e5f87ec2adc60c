"""Answers as messages with buttons: what they show is kept as a card, which each press finds again.

`keyboards.py` has the buttons, `passages.py` what a card showed, `pages.py` what is shown next.
"""
