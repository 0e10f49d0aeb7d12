# QwQ-32B chat completion
# Install: pip install urllib3
# Run: MKEAI_API_KEY=... python qwq-32b-stream.py

import io
import json
import os
import sys

import urllib3

with urllib3.request(
    "POST",
    "https://api.mkeai.com/v1/chat/completions",
    headers={"Authorization": f"Bearer {os.environ['MKEAI_API_KEY']}"},
    json={
        "model": "QwQ-32B",
        "messages": [{"role": "user", "content": "你好"}],
        "stream": True,
    },
    timeout=120,
    retries=False,
    preload_content=False,
) as response:
    if response.status >= 300:
        answer = response.data.decode(errors="replace")
        reason = response.headers.get("Location") or answer
        sys.exit(f"HTTP {response.status}: {reason}")
    response.auto_close = False
    lines = io.TextIOWrapper(response, encoding="utf-8")
    rest = ""
    for line in lines:
        field, _, data = line.partition(":")
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
        sys.exit("The stream ended unexpectedly. " + rest)
print()
