# Upload a photo
# Install: pip install aiohttp
# Run: PHOTOS_TOKEN=... python upload.py

import asyncio
import os
import sys

import aiohttp


async def main():
    form = aiohttp.FormData()
    form.add_field("caption", 'Sunset at the "Blue Lagoon"')
    form.add_field("visibility", "friends")
    form.add_field(
        "photo",
        open("sunset.jpg", "rb"),
        filename="sunset.jpg",
        content_type="image/jpeg",
    )
    timeout = aiohttp.ClientTimeout(total=30)
    async with aiohttp.ClientSession(timeout=timeout) as session:
        async with session.post(
            "https://photos.example.org/albums/summer-2025/photos",
            headers={"Authorization": f"Bearer {os.environ['PHOTOS_TOKEN']}"},
            data=form,
        ) as response:
            if response.status >= 300:
                sys.exit(f"HTTP {response.status}: {await response.text()}")
            answer = await response.json()
    print(answer["url"])


asyncio.run(main())
