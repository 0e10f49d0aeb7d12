# Search a catalogue
# Run: python search.py

import http.client
import json
import sys
from urllib.parse import urlencode

query = urlencode(
    [("q", "café & crème"), ("tag", "cooking"), ("tag", "french"), ("limit", "10")]
)
connection = http.client.HTTPSConnection("api.example.com", timeout=30)
connection.request(
    "GET",
    f"/v1/catalogues/books/items?{query}",
    headers={"X-Request-Id": "docs-0001"},
)
response = connection.getresponse()
answer = response.read()
if response.status >= 300:
    reason = response.getheader("Location") or answer.decode(errors="replace")
    sys.exit(f"HTTP {response.status}: {reason}")
print(json.loads(answer)["items"][0]["title"])
