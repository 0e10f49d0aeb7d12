"""Search a catalogue

Run: python search.py"""

import http.client
import json
import sys

connection = http.client.HTTPSConnection("api.example.com", timeout=30)
connection.request(
    "GET",
    "/v1/catalogues/books/items?q=caf%C3%A9%20%26%20cr%C3%A8me&tag=cooking&tag=french&limit=10",
    headers={"X-Request-Id": "docs-0001"},
)
response = connection.getresponse()
answer = response.read()
if response.status >= 300:
    reason = response.getheader("Location") or answer.decode(errors="replace")
    sys.exit(f"HTTP {response.status}: {reason}")
print(json.loads(answer)["items"][0]["title"])
