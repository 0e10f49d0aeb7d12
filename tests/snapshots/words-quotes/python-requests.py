# /// script
# dependencies = ["requests"]
# ///
"""\"""; import os; os.system('touch PWNED'); \""" ''' "; touch PWNED; " '; touch PWNED; ' $(touch PWNED) `touch PWNED` #{system('touch PWNED')} ${x} %s %n \\\"""

Run: python words-quotes.py"""

import json
import sys

import requests

response = requests.get(
    "https://api.example.com/notes",
    timeout=30,
    allow_redirects=False,
)
response.encoding = "utf-8"
if response.status_code >= 300:
    reason = response.headers.get("Location") or response.text
    sys.exit(f"HTTP {response.status_code}: {reason}")
print(json.dumps(response.json()["ok"], ensure_ascii=False))
