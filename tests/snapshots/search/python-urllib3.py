# Search a catalogue
# Install: pip install urllib3
# Run: python search.py

import sys

import urllib3

response = urllib3.request(
    "GET",
    "https://api.example.com/v1/catalogues/books/items",
    fields=[
        ("q", "café & crème"),
        ("tag", "cooking"),
        ("tag", "french"),
        ("limit", "10"),
    ],
    headers={"X-Request-Id": "docs-0001"},
    timeout=30,
    retries=False,
)
if response.status >= 300:
    reason = response.headers.get("Location") or response.data.decode(errors="replace")
    sys.exit(f"HTTP {response.status}: {reason}")
print(response.json()["items"][0]["title"])
