"""The engines: one Protocol, one file an engine."""
