# QwQ-32B chat completion
# Install: pip install requests
# Run: MKEAI_API_KEY=... python qwq-32b-stream.py

import json
import os
import sys

import requests

with requests.post(
    "https://api.mkeai.com/v1/chat/completions",
    headers={"Authorization": f"Bearer {os.environ['MKEAI_API_KEY']}"},
    json={
        "model": "QwQ-32B",
        "messages": [{"role": "user", "content": "你好"}],
        "stream": True,
    },
    stream=True,
    timeout=120,
) as response:
    if response.status_code >= 300:
        sys.exit(f"HTTP {response.status_code}: {response.text}")
    rest = b""
    for line in response.iter_lines(chunk_size=1):
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
        print(delta.get("reasoning_content") or "", end="", file=sys.stderr, flush=True)
        print(delta.get("content") or "", end="", flush=True)
    else:
        sys.exit("The stream ended unexpectedly. " + rest.decode())
print()
