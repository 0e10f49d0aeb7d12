# Look at a download before fetching it
# Install: pip install requests
# Run: python head.py

import sys

import requests

response = requests.head(
    "https://downloads.example.net/releases/2.10/engine.tar.gz",
    headers={"Accept": "application/gzip"},
    timeout=30,
)
if response.status_code >= 300:
    reason = response.headers.get("Location") or response.reason
    sys.exit(f"HTTP {response.status_code}: {reason}")
for name, value in response.headers.items():
    print(f"{name}: {value}")
