"""Articles from the web: what lies where, and how it is asked for."""
