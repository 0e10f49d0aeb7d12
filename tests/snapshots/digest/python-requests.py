# Read the state of a camera
# Install: pip install requests
# Run: CAMERA_USER=... CAMERA_PASSWORD=... python digest.py

import os
import sys

import requests
from requests.auth import HTTPDigestAuth

response = requests.get(
    "https://camera.example.com/api/v1/state",
    params={"fields": "zoom,focus"},
    auth=HTTPDigestAuth(os.environ["CAMERA_USER"], os.environ["CAMERA_PASSWORD"]),
    timeout=30,
    allow_redirects=False,
)
if response.status_code >= 300:
    reason = response.headers.get("Location") or response.text
    sys.exit(f"HTTP {response.status_code}: {reason}")
print(response.json())
