# /// script
# dependencies = ["requests"]
# ///
"""QwQ-32B chat completion

Run: MKEAI_API_KEY=... python qwq-32b-stream.py"""

import io
import json
import os
import sys

import requests


def read_events(lines):
    data = []
    for line in lines:
        field, _, value = line.rstrip("\n").partition(":")
        if field == "data":
            data.append(value.removeprefix(" "))
        elif line == "\n" and data:
            yield "\n".join(data)
            data = []


with requests.post(
    "https://api.mkeai.com/v1/chat/completions",
    headers={"Authorization": "Bearer " + os.environ["MKEAI_API_KEY"]},
    json={
        "model": "QwQ-32B",
        "messages": [{"role": "user", "content": "你好"}],
        "stream": True,
    },
    stream=True,
    timeout=30,
    allow_redirects=False,
) as response:
    response.encoding = "utf-8"
    if response.status_code >= 300:
        reason = response.headers.get("Location") or response.text
        sys.exit(f"HTTP {response.status_code}: {reason}")
    response.raw.auto_close = False
    response.raw.decode_content = True
    lines = io.TextIOWrapper(response.raw, encoding="utf-8-sig")
    for event in read_events(lines):
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
