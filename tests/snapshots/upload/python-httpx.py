# Upload a photo
# Install: pip install httpx
# Run: PHOTOS_TOKEN=... python upload.py

import os
import sys

import httpx

response = httpx.post(
    "https://photos.example.org/albums/summer-2025/photos",
    headers={"Authorization": f"Bearer {os.environ['PHOTOS_TOKEN']}"},
    data={"caption": 'Sunset at the "Blue Lagoon"', "visibility": "friends"},
    files={"photo": ("sunset.jpg", open("sunset.jpg", "rb"), "image/jpeg")},
    timeout=30,
)
if not response.is_success:
    reason = response.headers.get("Location") or response.text
    sys.exit(f"HTTP {response.status_code}: {reason}")
print(response.json()["url"])
