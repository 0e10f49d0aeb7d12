# QwQ-32B chat completion
# Run: MKEAI_API_KEY=... python qwq-32b.py

import http.client
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
            "stream": False,
        }
    ),
    headers={
        "Authorization": f"Bearer {os.environ['MKEAI_API_KEY']}",
        "Content-Type": "application/json",
    },
)
response = connection.getresponse()
answer = response.read()
if response.status >= 300:
    reason = response.getheader("Location") or answer.decode(errors="replace")
    sys.exit(f"HTTP {response.status}: {reason}")
print(json.loads(answer)["choices"][0]["message"]["content"])
