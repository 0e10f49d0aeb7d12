# /// script
# dependencies = ["requests"]
# ///
"""Read a cart with a session cookie

Run: SHOP_SESSION=... SHOP_DEVICE=... python session-cookie.py"""

import os
import sys

import requests

response = requests.get(
    "https://shop.example.com/cart?currency=EUR",
    headers={
        "Cookie": "session="
        + os.environ["SHOP_SESSION"]
        + "; device="
        + os.environ["SHOP_DEVICE"]
        + "; prefs=currency=EUR+tax/incl==",
    },
    timeout=30,
    allow_redirects=False,
)
response.encoding = "utf-8"
if response.status_code >= 300:
    reason = response.headers.get("Location") or response.text
    sys.exit(f"HTTP {response.status_code}: {reason}")
print(response.json()["items"][0]["sku"])
