# Upload a photo
# Install: pip install requests
# Run: PHOTOS_TOKEN=... python upload.py

import os
import sys

import requests

response = requests.post(
    "https://photos.example.org/albums/summer-2025/photos",
    headers={"Authorization": f"Bearer {os.environ['PHOTOS_TOKEN']}"},
    data={"caption": 'Sunset at the "Blue Lagoon"', "visibility": "friends"},
    files={"photo": ("sunset.jpg", open("sunset.jpg", "rb"), "image/jpeg")},
    timeout=30,
)
if response.status_code >= 300:
    sys.exit(f"HTTP {response.status_code}: {response.text}")
print(response.json()["url"])
