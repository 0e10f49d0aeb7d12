# Log in with a form
# Install: pip install requests
# Run: ACCOUNT_PASSWORD=... python login-form.py

import os
import sys

import requests

response = requests.post(
    "https://accounts.example.com/login",
    data={
        "username": "ada@example.com",
        "password": os.environ["ACCOUNT_PASSWORD"],
        "scope": ["profile", "orders"],
        "device": "",
    },
    timeout=30,
    allow_redirects=False,
)
if response.status_code >= 300:
    reason = response.headers.get("Location") or response.text
    sys.exit(f"HTTP {response.status_code}: {reason}")
print(response.json()["session"]["id"])
