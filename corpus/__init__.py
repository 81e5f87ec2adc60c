"""The archive: what it holds, how articles come into it, where it lies on disk."""
