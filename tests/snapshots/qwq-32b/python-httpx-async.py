# QwQ-32B chat completion
# Install: pip install httpx
# Run: MKEAI_API_KEY=... python qwq-32b.py

import asyncio
import os
import sys

import httpx


async def main():
    async with httpx.AsyncClient(timeout=120) as client:
        response = await client.post(
            "https://api.mkeai.com/v1/chat/completions",
            headers={"Authorization": f"Bearer {os.environ['MKEAI_API_KEY']}"},
            json={
                "model": "QwQ-32B",
                "messages": [{"role": "user", "content": "你好"}],
                "stream": False,
            },
        )
    if not response.is_success:
        reason = response.headers.get("Location") or response.text
        sys.exit(f"HTTP {response.status_code}: {reason}")
    print(response.json()["choices"][0]["message"]["content"])


asyncio.run(main())
