# Ask a private model, with a user name that is no secret
# Install: pip install httpx
# Run: MODEL_PASSWORD=... python digest-json.py

import os
import sys

import httpx

response = httpx.post(
    "https://model.example.com/v1/chat",
    auth=httpx.DigestAuth("admin", os.environ["MODEL_PASSWORD"]),
    json={"prompt": "Say “hello”"},
    timeout=30,
)
if not response.is_success:
    reason = response.headers.get("Location") or response.text
    sys.exit(f"HTTP {response.status_code}: {reason}")
print(response.json()["text"])
