# Search a catalogue
# Run: python search.py

import json
import sys
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

query = urlencode(
    [("q", "café & crème"), ("tag", "cooking"), ("tag", "french"), ("limit", "10")]
)
request = Request(
    f"https://api.example.com/v1/catalogues/books/items?{query}",
    headers={"X-Request-Id": "docs-0001"},
)
try:
    response = urlopen(request, timeout=30)
except HTTPError as error:
    sys.exit(f"HTTP {error.code}: {error.read().decode(errors='replace')}")
print(json.load(response)["items"][0]["title"])
