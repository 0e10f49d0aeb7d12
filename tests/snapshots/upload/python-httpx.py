# /// script
# dependencies = ["httpx"]
# ///
"""Upload a photo

Run: PHOTOS_TOKEN=... python upload.py"""

import os
import sys
from pathlib import Path

import httpx

response = httpx.post(
    "https://photos.example.org/albums/summer-2025/photos",
    headers={"Authorization": "Bearer " + os.environ["PHOTOS_TOKEN"]},
    files=[
        ("caption", (None, 'Sunset at the "Blue Lagoon"')),
        ("visibility", (None, "friends")),
        ("photo", ("sunset.jpg", Path("sunset.jpg").read_bytes(), "image/jpeg")),
    ],
    timeout=30,
)
if not response.is_success:
    reason = response.headers.get("Location") or response.text
    sys.exit(f"HTTP {response.status_code}: {reason}")
print(response.json()["url"])
