"""What kind of thing somebody wrote, by its words alone: pure, with a file of data a language."""

from retrieval.question.kinds.kind import Kind

__all__ = ["Kind"]
