# Upload a photo
# Install: pip install httpx
# Run: PHOTOS_TOKEN=... python upload.py

import asyncio
import os
import sys

import httpx


async def main():
    async with httpx.AsyncClient(timeout=30) as client:
        response = await client.post(
            "https://photos.example.org/albums/summer-2025/photos",
            headers={"Authorization": f"Bearer {os.environ['PHOTOS_TOKEN']}"},
            data={"caption": 'Sunset at the "Blue Lagoon"', "visibility": "friends"},
            files={"photo": ("sunset.jpg", open("sunset.jpg", "rb"), "image/jpeg")},
        )
    if not response.is_success:
        reason = response.headers.get("Location") or response.text
        sys.exit(f"HTTP {response.status_code}: {reason}")
    print(response.json()["url"])


asyncio.run(main())
