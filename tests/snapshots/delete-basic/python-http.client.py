# Delete a user's key
# Run: ADMIN_USER=... ADMIN_PASSWORD=... python delete-basic.py

import base64
import http.client
import os
import sys

credentials = base64.b64encode(
    (f"{os.environ['ADMIN_USER']}:{os.environ['ADMIN_PASSWORD']}").encode()
)
connection = http.client.HTTPSConnection("api.example.net", timeout=30)
connection.request(
    "DELETE",
    "/v2/users/1042/keys/laptop%20%28old%29",
    headers={"Authorization": f"Basic {credentials.decode()}"},
)
response = connection.getresponse()
answer = response.read()
if response.status >= 300:
    reason = response.getheader("Location") or answer.decode(errors="replace")
    sys.exit(f"HTTP {response.status}: {reason}")
print(answer.decode())
