"""Look whether a port of this machine is free, before a server is started on it: `python -m tools.free_port 8000`.

Ends with status 1 and one sentence where it is not.
"""

from __future__ import annotations

import socket
import sys

HIGHEST = 65_535


def wrong(port: str) -> str:
    """Say why a server cannot listen on a port; nothing where it can."""
    if not (port.isascii() and port.isdigit() and 0 < int(port) <= HIGHEST):
        return f"PORT={port}: a port is a number from 1 to {HIGHEST}, such as 8000"
    with socket.socket() as asked:
        asked.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            asked.bind(("127.0.0.1", int(port)))
        except PermissionError:
            return f"port {port}: this machine keeps it for its own services. Take a higher one: make serve PORT=8001"
        except OSError:
            other = int(port) + 1 if int(port) < HIGHEST else 8000
            return f"port {port} is in use, perhaps by another make serve. Take another: make serve PORT={other}"
    return ""


if __name__ == "__main__":
    if said := wrong(sys.argv[1]):
        sys.exit(f"make: {said}")
