# Log in with a form
# Install: pip install httpx
# Run: ACCOUNT_PASSWORD=... python login-form.py

import os
import sys

import httpx

response = httpx.post(
    "https://accounts.example.com/login",
    data={
        "username": "ada@example.com",
        "password": os.environ["ACCOUNT_PASSWORD"],
        "scope": ["profile", "orders"],
        "device": "",
    },
    timeout=30,
)
if not response.is_success:
    reason = response.headers.get("Location") or response.text
    sys.exit(f"HTTP {response.status_code}: {reason}")
print(response.json()["session"]["id"])
