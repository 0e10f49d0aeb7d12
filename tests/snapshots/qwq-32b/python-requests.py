# /// script
# dependencies = ["requests"]
# ///
"""QwQ-32B chat completion

Run: MKEAI_API_KEY=... python qwq-32b.py"""

import os
import sys

import requests

response = requests.post(
    "https://api.mkeai.com/v1/chat/completions",
    headers={"Authorization": "Bearer " + os.environ["MKEAI_API_KEY"]},
    json={
        "model": "QwQ-32B",
        "messages": [{"role": "user", "content": "你好"}],
        "stream": False,
    },
    timeout=30,
    allow_redirects=False,
)
response.encoding = "utf-8"
if response.status_code >= 300:
    reason = response.headers.get("Location") or response.text
    sys.exit(f"HTTP {response.status_code}: {reason}")
print(response.json()["choices"][0]["message"]["content"])
