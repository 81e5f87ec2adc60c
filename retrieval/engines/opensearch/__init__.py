"""The engine for archives that outgrow one machine: an index on an OpenSearch cluster."""
