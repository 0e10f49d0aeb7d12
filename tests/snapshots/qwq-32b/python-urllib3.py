# QwQ-32B chat completion
# Install: pip install urllib3
# Run: MKEAI_API_KEY=... python qwq-32b.py

import os
import sys

import urllib3

response = urllib3.request(
    "POST",
    "https://api.mkeai.com/v1/chat/completions",
    headers={"Authorization": f"Bearer {os.environ['MKEAI_API_KEY']}"},
    json={
        "model": "QwQ-32B",
        "messages": [{"role": "user", "content": "你好"}],
        "stream": False,
    },
    timeout=120,
    retries=False,
)
if response.status >= 300:
    reason = response.headers.get("Location") or response.data.decode(errors="replace")
    sys.exit(f"HTTP {response.status}: {reason}")
print(response.json()["choices"][0]["message"]["content"])
