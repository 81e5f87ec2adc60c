"""The languages that the bot speaks beside English: a catalog of translations each.

What is said stands in English in the code, and is said in the language in force (`speaking.py`).
"""
