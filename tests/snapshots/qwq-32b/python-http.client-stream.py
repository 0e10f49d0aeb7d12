# QwQ-32B chat completion
# Run: MKEAI_API_KEY=... python qwq-32b-stream.py

import http.client
import io
import json
import os
import sys

connection = http.client.HTTPSConnection("api.mkeai.com", timeout=120)
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
        "Authorization": f"Bearer {os.environ['MKEAI_API_KEY']}",
        "Content-Type": "application/json",
    },
)
with connection.getresponse() as response:
    if response.status >= 300:
        answer = response.read().decode(errors="replace")
        sys.exit(f"HTTP {response.status}: {response.getheader('Location') or answer}")
    rest = ""
    for line in io.TextIOWrapper(response, encoding="utf-8"):
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
