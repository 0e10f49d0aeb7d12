# QwQ-32B chat completion
# Install: pip install aiohttp
# Run: MKEAI_API_KEY=... python qwq-32b.py

import asyncio
import os
import sys

import aiohttp


async def main():
    timeout = aiohttp.ClientTimeout(total=120)
    async with aiohttp.ClientSession(timeout=timeout) as session:
        async with session.post(
            "https://api.mkeai.com/v1/chat/completions",
            headers={"Authorization": f"Bearer {os.environ['MKEAI_API_KEY']}"},
            json={
                "model": "QwQ-32B",
                "messages": [{"role": "user", "content": "你好"}],
                "stream": False,
            },
        ) as response:
            if response.status >= 300:
                sys.exit(f"HTTP {response.status}: {await response.text()}")
            answer = await response.json()
    print(answer["choices"][0]["message"]["content"])


asyncio.run(main())
