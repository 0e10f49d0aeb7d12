# /// script
# dependencies = ["httpx", "httpx-sse"]
# ///
"""QwQ-32B chat completion

Run: MKEAI_API_KEY=... python qwq-32b-stream.py"""

import json
import os
import sys

import httpx
from httpx_sse import EventSource

with httpx.stream(
    "POST",
    "https://api.mkeai.com/v1/chat/completions",
    headers={"Authorization": "Bearer " + os.environ["MKEAI_API_KEY"]},
    json={
        "model": "QwQ-32B",
        "messages": [{"role": "user", "content": "你好"}],
        "stream": True,
    },
    timeout=30,
) as response:
    if not response.is_success:
        response.read()
        reason = response.headers.get("Location") or response.text
        sys.exit(f"HTTP {response.status_code}: {reason}")
    response.encoding = "utf-8-sig"
    events = (sse.data for sse in EventSource(response).iter_sse() if sse.data)
    for event in events:
        if event == "[DONE]":
            break
        try:
            piece = json.loads(event)["choices"][0]["delta"]["content"]
        except (LookupError, TypeError):
            continue
        print(piece or "", end="", flush=True)
    else:
        sys.exit("The stream ended unexpectedly.")
print()
