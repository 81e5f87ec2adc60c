"""The command that measures answers to judged questions."""
