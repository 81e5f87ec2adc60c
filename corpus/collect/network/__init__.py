"""Asking the web: safely, as what comes back may be hostile; politely, as it is others' web."""
