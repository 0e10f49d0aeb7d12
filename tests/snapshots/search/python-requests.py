# /// script
# dependencies = ["requests"]
# ///
"""Search a catalogue

Run: python search.py"""

import sys

import requests

response = requests.get(
    "https://api.example.com/v1/catalogues/books/items?q=caf%C3%A9%20%26%20cr%C3%A8me&tag=cooking&tag=french&limit=10",
    headers={"X-Request-Id": "docs-0001"},
    timeout=30,
    allow_redirects=False,
)
response.encoding = "utf-8"
if response.status_code >= 300:
    reason = response.headers.get("Location") or response.text
    sys.exit(f"HTTP {response.status_code}: {reason}")
print(response.json()["items"][0]["title"])
