# QwQ-32B chat completion
# Install: pip install httpx
# Run: MKEAI_API_KEY=... python qwq-32b-stream.py

import asyncio
import json
import os
import sys

import httpx


async def read_lines(response):
    rest = b""
    async for chunk in response.aiter_bytes():
        *lines, rest = (rest + chunk).replace(b"\r\n", b"\n").split(b"\n")
        for line in lines:
            yield line
    yield rest


async def main():
    async with httpx.AsyncClient(timeout=120) as client:
        async with client.stream(
            "POST",
            "https://api.mkeai.com/v1/chat/completions",
            headers={"Authorization": f"Bearer {os.environ['MKEAI_API_KEY']}"},
            json={
                "model": "QwQ-32B",
                "messages": [{"role": "user", "content": "你好"}],
                "stream": True,
            },
        ) as response:
            if not response.is_success:
                await response.aread()
                reason = response.headers.get("Location") or response.text
                sys.exit(f"HTTP {response.status_code}: {reason}")
            rest = b""
            async for line in read_lines(response):
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
