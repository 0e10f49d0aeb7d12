"""What goes on the wire: `Endpoint` and a user's choices to `Request`; knows no language."""

from snippetgen.request.model import (
    FEATURES,
    Body,
    Env,
    Part,
    Request,
    Text,
    Token,
    Value,
    basic_header,
    features,
    joined,
    resolve,
    secrets,
)

__all__ = [
    "FEATURES",
    "Body",
    "Env",
    "Part",
    "Request",
    "Text",
    "Token",
    "Value",
    "basic_header",
    "features",
    "joined",
    "resolve",
    "secrets",
]
