"""Ports of this machine's own."""

import socket


def free_port() -> int:
    """One that nobody listens at, and was given to nobody lately."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
    return port
