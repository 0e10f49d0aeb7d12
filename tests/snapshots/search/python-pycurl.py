# Search a catalogue
# Install: pip install pycurl
# Run: python search.py

import json
import sys
from urllib.parse import urlencode

import pycurl

query = urlencode(
    [("q", "café & crème"), ("tag", "cooking"), ("tag", "french"), ("limit", "10")]
)
headers = ["X-Request-Id: docs-0001"]

curl = pycurl.Curl()
curl.setopt(curl.URL, f"https://api.example.com/v1/catalogues/books/items?{query}")
curl.setopt(curl.HTTPHEADER, headers)
curl.setopt(curl.TIMEOUT, 30)
answer = curl.perform_rb()
status = curl.getinfo(curl.RESPONSE_CODE)
if status >= 300:
    reason = curl.getinfo(curl.REDIRECT_URL) or answer.decode(errors="replace")
    sys.exit(f"HTTP {status}: {reason}")
print(json.loads(answer)["items"][0]["title"])
