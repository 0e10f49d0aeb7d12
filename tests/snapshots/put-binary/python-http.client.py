# Replace an avatar
# Run: FILES_API_KEY=... python put-binary.py

import http.client
import json
import os
import sys
from pathlib import Path

connection = http.client.HTTPSConnection("files.example.org", timeout=30)
connection.request(
    "PUT",
    "/avatars/ada",
    body=Path("avatar.png").read_bytes(),
    headers={"X-Api-Key": os.environ["FILES_API_KEY"], "Content-Type": "image/png"},
)
response = connection.getresponse()
answer = response.read()
if response.status >= 300:
    reason = response.getheader("Location") or answer.decode(errors="replace")
    sys.exit(f"HTTP {response.status}: {reason}")
print(json.loads(answer)["bytes"])
