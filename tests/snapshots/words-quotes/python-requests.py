# """; import os; os.system('touch PWNED'); """ ''' "; touch PWNED; " '; touch PWNED; ' $(touch PWNED) `touch PWNED` #{system('touch PWNED')} ${x} %s %n \"""
# Install: pip install requests
# Run: python words-quotes.py

import sys

import requests

response = requests.get(
    "https://api.example.com/notes",
    timeout=30,
)
if response.status_code >= 300:
    sys.exit(f"HTTP {response.status_code}: {response.text}")
print(response.json()["ok"])
