# Read a cart with a session cookie
# Install: pip install requests
# Run: SHOP_SESSION=... SHOP_DEVICE=... python session-cookie.py

import os
import sys

import requests

response = requests.get(
    "https://shop.example.com/cart",
    params={"currency": "EUR"},
    headers={
        "Cookie": f"session={os.environ['SHOP_SESSION']}; device={os.environ['SHOP_DEVICE']}; prefs=currency=EUR+tax/incl==",
    },
    timeout=30,
    allow_redirects=False,
)
if response.status_code >= 300:
    reason = response.headers.get("Location") or response.text
    sys.exit(f"HTTP {response.status_code}: {reason}")
print(response.json()["items"][0]["sku"])
