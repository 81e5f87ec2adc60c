"""What the collector knows: sources, addresses and hosts, in the archive's own file."""
