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
)
response.encoding = "utf-8"
if not response.ok:
    sys.exit(f"HTTP {response.status_code}: {response.text}")
print(json.dumps(response.json()["ok"], ensure_ascii=False))
