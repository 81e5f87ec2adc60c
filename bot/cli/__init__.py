"""The command line: `main.py` has the list of commands, each of which is one file."""
