# /// script
# dependencies = ["httpx"]
# ///
"""Search a catalogue

Run: python search.py"""

import sys

import httpx

response = httpx.get(
    "https://api.example.com/v1/catalogues/books/items?q=caf%C3%A9%20%26%20cr%C3%A8me&tag=cooking&tag=french&limit=10",
    headers={"X-Request-Id": "docs-0001"},
    timeout=30,
)
if not response.is_success:
    reason = response.headers.get("Location") or response.text
    sys.exit(f"HTTP {response.status_code}: {reason}")
print(response.json()["items"][0]["title"])
