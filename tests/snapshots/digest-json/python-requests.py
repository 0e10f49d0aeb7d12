# Ask a private model, with a user name that is no secret
# Install: pip install requests
# Run: MODEL_PASSWORD=... python digest-json.py

import os
import sys

import requests
from requests.auth import HTTPDigestAuth

response = requests.post(
    "https://model.example.com/v1/chat",
    auth=HTTPDigestAuth("admin", os.environ["MODEL_PASSWORD"]),
    json={"prompt": "Say “hello”"},
    timeout=30,
    allow_redirects=False,
)
if response.status_code >= 300:
    reason = response.headers.get("Location") or response.text
    sys.exit(f"HTTP {response.status_code}: {reason}")
print(response.json()["text"])
