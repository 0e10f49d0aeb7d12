# /// script
# dependencies = ["httpx"]
# ///
"""Log in with a form

Run: ACCOUNT_PASSWORD=... python login-form.py"""

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
if response.is_error:
    sys.exit(f"HTTP {response.status_code}: {response.text}")
print(response.json()["session"]["id"])
