"""QwQ-32B chat completion

Run: MKEAI_API_KEY=... python qwq-32b-stream.py"""

import http.client
import io
import json
import os
import sys


def read_events(lines):
    data = []
    for line in lines:
        field, _, value = line.rstrip("\n").partition(":")
        if field == "data":
            data.append(value.removeprefix(" "))
        elif line == "\n" and data:
            yield "\n".join(data)
            data = []


connection = http.client.HTTPSConnection("api.mkeai.com", timeout=30)
connection.request(
    "POST",
    "/v1/chat/completions",
    body=json.dumps(
        {
            "model": "QwQ-32B",
            "messages": [{"role": "user", "content": "你好"}],
            "stream": True,
        }
    ),
    headers={
        "Authorization": "Bearer " + os.environ["MKEAI_API_KEY"],
        "Content-Type": "application/json",
    },
)
with connection.getresponse() as response:
    if response.status >= 300:
        answer = response.read().decode(errors="replace")
        sys.exit(f"HTTP {response.status}: {response.getheader('Location') or answer}")
    lines = io.TextIOWrapper(response, encoding="utf-8-sig")
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
