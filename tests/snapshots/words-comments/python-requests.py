# /// script
# dependencies = ["requests"]
# ///
"""*/ ?> */ --> ??/ /// script # c oding: utf-7 \\u000a touch PWNED \\u002a\\u002f {{ 7*7 }} {% raw %} <?php touch('PWNED'); ?> <!-- \\

Run: python words-comments.py"""

import json
import sys

import requests

response = requests.post(
    "https://api.example.com/notes",
    json={"a": 1},
    timeout=30,
    allow_redirects=False,
)
response.encoding = "utf-8"
if response.status_code >= 300:
    reason = response.headers.get("Location") or response.text
    sys.exit(f"HTTP {response.status_code}: {reason}")
print(json.dumps(response.json()["ok"], ensure_ascii=False))
