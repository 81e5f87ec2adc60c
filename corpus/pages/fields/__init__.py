"""The fields of a page's article, each with the place on the page where it was found."""
