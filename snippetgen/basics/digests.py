"""Short names for contents, in what we keep in the cache folder."""

import hashlib
from collections.abc import Iterable
from pathlib import Path


def digest(data: bytes) -> str:
    """32 hexadecimal digits that no two contents share by accident."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def code(rooms: Iterable[str]) -> list[tuple[str, bytes]]:
    """The name and content of each file of our own code in some rooms, and of http.py."""
    package = Path(__file__).parent.parent
    files = [package / "http.py", *(file for room in rooms for file in sorted((package / room).glob("*.py")))]
    return [(file.name, file.read_bytes()) for file in files]
