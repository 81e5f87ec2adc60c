"""The two consoles that commands print to: what was asked for, and all else."""

from rich.console import Console

OUTPUT = Console(highlight=False, emoji=False)
ERRORS = Console(stderr=True, highlight=False, emoji=False)


def print_error(message: str) -> None:
    """One line, whatever the message holds."""
    line = " ".join(message.split())
    ERRORS.print(f"backissue: {line}", soft_wrap=True, markup=False, style="red")
