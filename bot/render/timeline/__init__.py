"""`Timeline` → a terminal, JSON, CSV and a picture."""
