# QwQ-32B chat completion
# Run: MKEAI_API_KEY=... python qwq-32b.py

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
            "stream": False,
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
print(json.load(response)["choices"][0]["message"]["content"])
