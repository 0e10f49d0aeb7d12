# Search a catalogue
# Install: pip install httpx
# Run: python search.py

import asyncio
import sys

import httpx


async def main():
    async with httpx.AsyncClient(timeout=30) as client:
        response = await client.get(
            "https://api.example.com/v1/catalogues/books/items",
            params={"q": "café & crème", "tag": ["cooking", "french"], "limit": 10},
            headers={"X-Request-Id": "docs-0001"},
        )
    if not response.is_success:
        reason = response.headers.get("Location") or response.text
        sys.exit(f"HTTP {response.status_code}: {reason}")
    print(response.json()["items"][0]["title"])


asyncio.run(main())
