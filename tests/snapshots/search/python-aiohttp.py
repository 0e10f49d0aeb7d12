# Search a catalogue
# Install: pip install aiohttp
# Run: python search.py

import asyncio
import sys

import aiohttp


async def main():
    timeout = aiohttp.ClientTimeout(total=30)
    async with aiohttp.ClientSession(timeout=timeout) as session:
        async with session.get(
            "https://api.example.com/v1/catalogues/books/items",
            params={"q": "café & crème", "tag": ["cooking", "french"], "limit": 10},
            headers={"X-Request-Id": "docs-0001"},
        ) as response:
            if response.status >= 300:
                sys.exit(f"HTTP {response.status}: {await response.text()}")
            answer = await response.json()
    print(answer["items"][0]["title"])


asyncio.run(main())
