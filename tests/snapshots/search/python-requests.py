# Search a catalogue
# Install: pip install requests
# Run: python search.py

import sys

import requests

response = requests.get(
    "https://api.example.com/v1/catalogues/books/items",
    params={"q": "café & crème", "tag": ["cooking", "french"], "limit": 10},
    headers={"X-Request-Id": "docs-0001"},
    timeout=30,
)
if response.status_code >= 300:
    sys.exit(f"HTTP {response.status_code}: {response.text}")
print(response.json()["items"][0]["title"])
