# QwQ-32B chat completion
# Install: pip install pycurl
# Run: MKEAI_API_KEY=... python qwq-32b-stream.py

import json
import os
import re
import sys

import pycurl

rest = b""
event = ""


def print_events(chunk):
    global rest, event
    rest += chunk
    while match := re.search(rb"^data: ?(.*?)\r?\n", rest, re.MULTILINE):
        rest = rest[match.end() :]
        event = match[1].decode()
        if event == "[DONE]":
            break
        try:
            delta = json.loads(event)["choices"][0]["delta"] or {}
        except (LookupError, TypeError):
            continue
        print(delta.get("reasoning_content") or "", end="", file=sys.stderr, flush=True)
        print(delta.get("content") or "", end="", flush=True)


headers = [
    f"Authorization: Bearer {os.environ['MKEAI_API_KEY']}",
    "Content-Type: application/json",
]
data = {
    "model": "QwQ-32B",
    "messages": [{"role": "user", "content": "你好"}],
    "stream": True,
}

curl = pycurl.Curl()
curl.setopt(curl.URL, "https://api.mkeai.com/v1/chat/completions")
curl.setopt(curl.HTTPHEADER, headers)
curl.setopt(curl.POSTFIELDS, json.dumps(data))
curl.setopt(curl.LOW_SPEED_LIMIT, 1)
curl.setopt(curl.LOW_SPEED_TIME, 120)
curl.setopt(curl.WRITEFUNCTION, print_events)
curl.perform()
status = curl.getinfo(curl.RESPONSE_CODE)
if event != "[DONE]":
    reason = curl.getinfo(curl.REDIRECT_URL) or event + rest.decode(errors="replace")
    sys.exit(f"The stream ended unexpectedly. HTTP {status}: {reason}")
print()
