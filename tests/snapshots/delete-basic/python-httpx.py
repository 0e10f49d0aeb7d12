# Delete a user's key
# Install: pip install httpx
# Run: ADMIN_USER=... ADMIN_PASSWORD=... python delete-basic.py

import os
import sys

import httpx

response = httpx.delete(
    "https://api.example.net/v2/users/1042/keys/laptop%20%28old%29",
    auth=(os.environ["ADMIN_USER"], os.environ["ADMIN_PASSWORD"]),
    timeout=30,
)
if not response.is_success:
    reason = response.headers.get("Location") or response.text
    sys.exit(f"HTTP {response.status_code}: {reason}")
print(response.text)
