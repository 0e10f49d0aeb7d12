"""Short names for contents, in what we keep in the cache folder."""

import hashlib


def digest(data: bytes) -> str:
    """32 hexadecimal digits that no two contents share by accident."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()
