"""What is known of an outlet beforehand: one TOML file each, everything in it optional."""
