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
)
response.encoding = "utf-8"
if not response.ok:
    sys.exit(f"HTTP {response.status_code}: {response.text}")
print(json.dumps(response.json()["bytes"], ensure_ascii=False))
