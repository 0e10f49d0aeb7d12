# */ ?> */ --> ??/ /// script # c oding: utf-7 \u000a touch PWNED \u002a\u002f {{ 7*7 }} {% raw %} <?php touch('PWNED'); ?> <!-- \
# Install: pip install requests
# Run: python words-comments.py

import sys

import requests

response = requests.post(
    "https://api.example.com/notes",
    json={"a": 1},
    timeout=30,
)
if response.status_code >= 300:
    sys.exit(f"HTTP {response.status_code}: {response.text}")
print(response.json()["ok"])
