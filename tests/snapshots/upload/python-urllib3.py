# Upload a photo
# Install: pip install urllib3
# Run: PHOTOS_TOKEN=... python upload.py

import os
import sys
from pathlib import Path

import urllib3

response = urllib3.request(
    "POST",
    "https://photos.example.org/albums/summer-2025/photos",
    headers={"Authorization": f"Bearer {os.environ['PHOTOS_TOKEN']}"},
    fields={
        "caption": 'Sunset at the "Blue Lagoon"',
        "visibility": "friends",
        "photo": ("sunset.jpg", Path("sunset.jpg").read_bytes(), "image/jpeg"),
    },
    timeout=30,
    retries=False,
)
if response.status >= 300:
    reason = response.headers.get("Location") or response.data.decode(errors="replace")
    sys.exit(f"HTTP {response.status}: {reason}")
print(response.json()["url"])
