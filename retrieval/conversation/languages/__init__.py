"""The words of a reply, a file of data a language."""
