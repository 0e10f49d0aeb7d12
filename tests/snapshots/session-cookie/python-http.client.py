# Read a cart with a session cookie
# Run: SHOP_SESSION=... SHOP_DEVICE=... python session-cookie.py

import http.client
import json
import os
import sys
from urllib.parse import urlencode

query = urlencode({"currency": "EUR"})
connection = http.client.HTTPSConnection("shop.example.com", timeout=30)
connection.request(
    "GET",
    f"/cart?{query}",
    headers={
        "Cookie": f"session={os.environ['SHOP_SESSION']}; device={os.environ['SHOP_DEVICE']}; prefs=currency=EUR+tax/incl==",
    },
)
response = connection.getresponse()
answer = response.read()
if response.status >= 300:
    reason = response.getheader("Location") or answer.decode(errors="replace")
    sys.exit(f"HTTP {response.status}: {reason}")
print(json.loads(answer)["items"][0]["sku"])
