# QwQ-32B chat completion
# Install: pip install pycurl
# Run: MKEAI_API_KEY=... python qwq-32b.py

import json
import os
import sys

import pycurl

headers = [
    f"Authorization: Bearer {os.environ['MKEAI_API_KEY']}",
    "Content-Type: application/json",
]
data = {
    "model": "QwQ-32B",
    "messages": [{"role": "user", "content": "你好"}],
    "stream": False,
}

curl = pycurl.Curl()
curl.setopt(curl.URL, "https://api.mkeai.com/v1/chat/completions")
curl.setopt(curl.HTTPHEADER, headers)
curl.setopt(curl.POSTFIELDS, json.dumps(data))
curl.setopt(curl.TIMEOUT, 120)
answer = curl.perform_rb()
status = curl.getinfo(curl.RESPONSE_CODE)
if status >= 300:
    reason = curl.getinfo(curl.REDIRECT_URL) or answer.decode(errors="replace")
    sys.exit(f"HTTP {status}: {reason}")
print(json.loads(answer)["choices"][0]["message"]["content"])
