"""What of an archive is kept where its file is not at hand."""
