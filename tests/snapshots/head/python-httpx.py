# Look at a download before fetching it
# Install: pip install httpx
# Run: python head.py

import sys

import httpx

response = httpx.head(
    "https://downloads.example.net/releases/2.10/engine.tar.gz",
    headers={"Accept": "application/gzip"},
    timeout=30,
)
if not response.is_success:
    reason = response.headers.get("Location") or response.reason_phrase
    sys.exit(f"HTTP {response.status_code}: {reason}")
for name, value in response.headers.items():
    print(f"{name}: {value}")
