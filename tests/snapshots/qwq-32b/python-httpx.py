# /// script
# dependencies = ["httpx"]
# ///
"""QwQ-32B chat completion

Run: MKEAI_API_KEY=... python qwq-32b.py"""

import os
import sys

import httpx

response = httpx.post(
    "https://api.mkeai.com/v1/chat/completions",
    headers={"Authorization": "Bearer " + os.environ["MKEAI_API_KEY"]},
    json={
        "model": "QwQ-32B",
        "messages": [{"role": "user", "content": "你好"}],
        "stream": False,
    },
    timeout=30,
)
if not response.is_success:
    reason = response.headers.get("Location") or response.text
    sys.exit(f"HTTP {response.status_code}: {reason}")
print(response.json()["choices"][0]["message"]["content"])
