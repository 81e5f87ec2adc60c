"""What the bot serves over HTTP: its health and measures, and what its webhook stands on."""
