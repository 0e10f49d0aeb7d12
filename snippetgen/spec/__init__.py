"""Reads specs: YAML to `Endpoint`, checked as a whole, every mistake with its place."""

from snippetgen.spec.leaks import LIVE_KEY, suspicions
from snippetgen.spec.load import decode, encoding, from_data, load, loads, loads_with_data, read
from snippetgen.spec.model import (
    Auth,
    Body,
    Contact,
    Deprecation,
    Endpoint,
    Param,
    Provider,
    Response,
    Stream,
    Words,
    expected_result,
    text_at,
)

__all__ = [
    "LIVE_KEY",
    "Auth",
    "Body",
    "Contact",
    "Deprecation",
    "Endpoint",
    "Param",
    "Provider",
    "Response",
    "Stream",
    "Words",
    "decode",
    "encoding",
    "expected_result",
    "from_data",
    "load",
    "loads",
    "loads_with_data",
    "read",
    "suspicions",
    "text_at",
]
