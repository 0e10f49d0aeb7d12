# Log in with a form
# Run: ACCOUNT_PASSWORD=... python login-form.py

import http.client
import json
import os
import sys
from urllib.parse import urlencode

connection = http.client.HTTPSConnection("accounts.example.com", timeout=30)
connection.request(
    "POST",
    "/login",
    body=urlencode(
        [
            ("username", "ada@example.com"),
            ("password", os.environ["ACCOUNT_PASSWORD"]),
            ("scope", "profile"),
            ("scope", "orders"),
            ("device", ""),
        ]
    ),
    headers={"Content-Type": "application/x-www-form-urlencoded"},
)
response = connection.getresponse()
answer = response.read()
if response.status >= 300:
    reason = response.getheader("Location") or answer.decode(errors="replace")
    sys.exit(f"HTTP {response.status}: {reason}")
print(json.loads(answer)["session"]["id"])
