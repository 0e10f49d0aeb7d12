# /// script
# dependencies = ["requests"]
# ///
"""Upload a photo

Run: PHOTOS_TOKEN=... python upload.py"""

import os
import sys
from pathlib import Path

import requests

response = requests.post(
    "https://photos.example.org/albums/summer-2025/photos",
    headers={"Authorization": "Bearer " + os.environ["PHOTOS_TOKEN"]},
    files=[
        ("caption", (None, 'Sunset at the "Blue Lagoon"')),
        ("visibility", (None, "friends")),
        ("photo", ("sunset.jpg", Path("sunset.jpg").read_bytes(), "image/jpeg")),
    ],
    timeout=30,
    allow_redirects=False,
)
response.encoding = "utf-8"
if response.status_code >= 300:
    reason = response.headers.get("Location") or response.text
    sys.exit(f"HTTP {response.status_code}: {reason}")
print(response.json()["url"])
