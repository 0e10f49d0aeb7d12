# QwQ-32B chat completion
# Install: pip install aiohttp
# Run: MKEAI_API_KEY=... python qwq-32b-stream.py

import asyncio
import json
import os
import sys

import aiohttp


async def main():
    timeout = aiohttp.ClientTimeout(total=None, sock_connect=120, sock_read=120)
    async with aiohttp.ClientSession(timeout=timeout) as session:
        async with session.post(
            "https://api.mkeai.com/v1/chat/completions",
            headers={"Authorization": f"Bearer {os.environ['MKEAI_API_KEY']}"},
            json={
                "model": "QwQ-32B",
                "messages": [{"role": "user", "content": "你好"}],
                "stream": True,
            },
        ) as response:
            if response.status >= 300:
                sys.exit(f"HTTP {response.status}: {await response.text()}")
            rest = b""
            async for line in response.content:
                field, _, data = line.decode().partition(":")
                if field != "data":
                    rest += line
                    continue
                rest = line
                if data.strip() == "[DONE]":
                    break
                try:
                    delta = json.loads(data)["choices"][0]["delta"] or {}
                except (LookupError, TypeError):
                    continue
                print(
                    delta.get("reasoning_content") or "",
                    end="",
                    file=sys.stderr,
                    flush=True,
                )
                print(delta.get("content") or "", end="", flush=True)
            else:
                sys.exit("The stream ended unexpectedly. " + rest.decode())
    print()


asyncio.run(main())
