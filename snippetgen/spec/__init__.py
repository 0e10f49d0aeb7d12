"""What the author said: YAML to `Endpoint`, checked as a whole, every mistake with its place."""

from snippetgen.spec.load import (
    LIVE_KEY,
    Auth,
    Body,
    Endpoint,
    Param,
    Response,
    Stream,
    Words,
    decode,
    expected_result,
    from_data,
    load,
    loads,
    read,
    suspicions,
)

__all__ = [
    "LIVE_KEY",
    "Auth",
    "Body",
    "Endpoint",
    "Param",
    "Response",
    "Stream",
    "Words",
    "decode",
    "expected_result",
    "from_data",
    "load",
    "loads",
    "read",
    "suspicions",
]
