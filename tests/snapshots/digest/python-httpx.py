# Read the state of a camera
# Install: pip install httpx
# Run: CAMERA_USER=... CAMERA_PASSWORD=... python digest.py

import os
import sys

import httpx

response = httpx.get(
    "https://camera.example.com/api/v1/state",
    params={"fields": "zoom,focus"},
    auth=httpx.DigestAuth(os.environ["CAMERA_USER"], os.environ["CAMERA_PASSWORD"]),
    timeout=30,
)
if not response.is_success:
    reason = response.headers.get("Location") or response.text
    sys.exit(f"HTTP {response.status_code}: {reason}")
print(response.json())
