# QwQ-32B chat completion
# Run: MKEAI_API_KEY=... python qwq-32b-stream.py

import io
import json
import os
import sys
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, Request, build_opener


class NoRedirect(HTTPRedirectHandler):
    def redirect_request(self, *args):
        return None


request = Request(
    "https://api.mkeai.com/v1/chat/completions",
    data=json.dumps(
        {
            "model": "QwQ-32B",
            "messages": [{"role": "user", "content": "你好"}],
            "stream": True,
        }
    ).encode(),
    headers={
        "Authorization": f"Bearer {os.environ['MKEAI_API_KEY']}",
        "Content-Type": "application/json",
    },
)
try:
    response = build_opener(NoRedirect).open(request, timeout=120)
except HTTPError as error:
    reason = error.headers["Location"] or error.read().decode(errors="replace")
    sys.exit(f"HTTP {error.code}: {reason}")
with response:
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
