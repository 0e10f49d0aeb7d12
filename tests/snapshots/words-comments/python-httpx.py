# */ ?> */ --> ??/ /// script # c oding: utf-7 \u000a touch PWNED \u002a\u002f {{ 7*7 }} {% raw %} <?php touch('PWNED'); ?> <!-- \
# Install: pip install httpx
# Run: python words-comments.py

import sys

import httpx

response = httpx.post(
    "https://api.example.com/notes",
    json={"a": 1},
    timeout=30,
)
if not response.is_success:
    reason = response.headers.get("Location") or response.text
    sys.exit(f"HTTP {response.status_code}: {reason}")
print(response.json()["ok"])
