"""What is known of an outlet beforehand: one TOML file each, everything in it optional."""

from corpus.outlets.outlet import Outlet, known_outlets, outlet_of

__all__ = ["Outlet", "known_outlets", "outlet_of"]
