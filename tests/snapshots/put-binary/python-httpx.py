# Replace an avatar
# Install: pip install httpx
# Run: FILES_API_KEY=... python put-binary.py

import os
import sys
from pathlib import Path

import httpx

response = httpx.put(
    "https://files.example.org/avatars/ada",
    headers={"X-Api-Key": os.environ["FILES_API_KEY"], "Content-Type": "image/png"},
    content=Path("avatar.png").read_bytes(),
    timeout=30,
)
if not response.is_success:
    reason = response.headers.get("Location") or response.text
    sys.exit(f"HTTP {response.status_code}: {reason}")
print(response.json()["bytes"])
