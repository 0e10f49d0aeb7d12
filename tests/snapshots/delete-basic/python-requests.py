# Delete a user's key
# Install: pip install requests
# Run: ADMIN_USER=... ADMIN_PASSWORD=... python delete-basic.py

import os
import sys

import requests

response = requests.delete(
    "https://api.example.net/v2/users/1042/keys/laptop%20%28old%29",
    auth=(os.environ["ADMIN_USER"].encode(), os.environ["ADMIN_PASSWORD"].encode()),
    timeout=30,
    allow_redirects=False,
)
if response.status_code >= 300:
    reason = response.headers.get("Location") or response.text
    sys.exit(f"HTTP {response.status_code}: {reason}")
print(response.text)
