"""What is known of an outlet beforehand: one TOML file each, everything in it optional."""

from corpus.outlets.files import known_outlets, outlet_of
from corpus.outlets.outlet import Outlet

__all__ = ["Outlet", "known_outlets", "outlet_of"]
