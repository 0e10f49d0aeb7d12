# Look at a download before fetching it
# Run: python head.py

import http.client
import sys

connection = http.client.HTTPSConnection("downloads.example.net", timeout=30)
connection.request(
    "HEAD",
    "/releases/2.10/engine.tar.gz",
    headers={"Accept": "application/gzip"},
)
response = connection.getresponse()
if response.status >= 300:
    reason = response.getheader("Location") or response.reason
    sys.exit(f"HTTP {response.status}: {reason}")
for name, value in response.headers.items():
    print(f"{name}: {value}")
