# Ask a private model, with a user name that is no secret
# Install: pip install requests
# Run: MODEL_PASSWORD=... python digest-json-stream.py

import json
import os
import sys

import requests
from requests.auth import HTTPDigestAuth

with requests.post(
    "https://model.example.com/v1/chat",
    auth=HTTPDigestAuth("admin", os.environ["MODEL_PASSWORD"]),
    json={"prompt": "Say “hello”", "stream": True},
    stream=True,
    timeout=120,
    allow_redirects=False,
) as response:
    if response.status_code >= 300:
        reason = response.headers.get("Location") or response.text
        sys.exit(f"HTTP {response.status_code}: {reason}")
    rest = b""
    for line in response.iter_lines(chunk_size=1):
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
