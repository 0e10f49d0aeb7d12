# Ask a private model, with a user name that is no secret
# Install: pip install httpx
# Run: MODEL_PASSWORD=... python digest-json-stream.py

import json
import os
import sys

import httpx


def read_lines(response):
    rest = b""
    for chunk in response.iter_bytes():
        *lines, rest = (rest + chunk).replace(b"\r\n", b"\n").split(b"\n")
        yield from lines
    yield rest


with httpx.stream(
    "POST",
    "https://model.example.com/v1/chat",
    auth=httpx.DigestAuth("admin", os.environ["MODEL_PASSWORD"]),
    json={"prompt": "Say “hello”", "stream": True},
    timeout=120,
) as response:
    if not response.is_success:
        response.read()
        reason = response.headers.get("Location") or response.text
        sys.exit(f"HTTP {response.status_code}: {reason}")
    rest = b""
    for line in read_lines(response):
        field, _, data = line.decode().partition(":")
        if field != "data":
            rest += line
            continue
        rest = line
        if data.strip() == "[DONE]":
            break
        try:
            piece = json.loads(data)["text"]
        except (LookupError, TypeError):
            continue
        print(piece or "", end="", flush=True)
    else:
        sys.exit("The stream ended unexpectedly. " + rest.decode())
print()
