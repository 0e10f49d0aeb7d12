# Replace an avatar
# Install: pip install requests
# Run: FILES_API_KEY=... python put-binary.py

import os
import sys
from pathlib import Path

import requests

response = requests.put(
    "https://files.example.org/avatars/ada",
    headers={"X-Api-Key": os.environ["FILES_API_KEY"], "Content-Type": "image/png"},
    data=Path("avatar.png").read_bytes(),
    timeout=30,
    allow_redirects=False,
)
if response.status_code >= 300:
    reason = response.headers.get("Location") or response.text
    sys.exit(f"HTTP {response.status_code}: {reason}")
print(response.json()["bytes"])
