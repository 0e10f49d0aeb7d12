# /// script
# dependencies = ["requests"]
# ///
"""Replace an avatar

Run: FILES_API_KEY=... python put-binary.py"""

import json
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
response.encoding = "utf-8"
if response.status_code >= 300:
    reason = response.headers.get("Location") or response.text
    sys.exit(f"HTTP {response.status_code}: {reason}")
print(json.dumps(response.json()["bytes"], ensure_ascii=False))
