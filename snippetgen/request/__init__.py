"""`Endpoint` and a user's choices to `Request`, the exact bytes to send; independent of languages."""

from snippetgen.http import basic_header
from snippetgen.request.features import FEATURES, features
from snippetgen.request.model import Body, Part, Request
from snippetgen.request.tokens import Env, Text, Token, Value, joined, number, resolve, secrets, texts

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
    "number",
    "resolve",
    "secrets",
    "texts",
]
