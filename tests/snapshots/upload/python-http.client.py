# Upload a photo
# Run: PHOTOS_TOKEN=... python upload.py

import http.client
import json
import os
import sys
import uuid
from pathlib import Path

boundary = uuid.uuid4().hex
body = b""
for field, content_type, content in [
    ('name="caption"', "text/plain; charset=utf-8", b'Sunset at the "Blue Lagoon"'),
    ('name="visibility"', "text/plain; charset=utf-8", b"friends"),
    (
        'name="photo"; filename="sunset.jpg"',
        "image/jpeg",
        Path("sunset.jpg").read_bytes(),
    ),
]:
    body += f"--{boundary}\r\nContent-Disposition: form-data; {field}\r\n".encode()
    body += f"Content-Type: {content_type}\r\n\r\n".encode() + content + b"\r\n"
body += f"--{boundary}--\r\n".encode()

connection = http.client.HTTPSConnection("photos.example.org", timeout=30)
connection.request(
    "POST",
    "/albums/summer-2025/photos",
    body=body,
    headers={
        "Authorization": f"Bearer {os.environ['PHOTOS_TOKEN']}",
        "Content-Type": f"multipart/form-data; boundary={boundary}",
    },
)
response = connection.getresponse()
answer = response.read()
if response.status >= 300:
    reason = response.getheader("Location") or answer.decode(errors="replace")
    sys.exit(f"HTTP {response.status}: {reason}")
print(json.loads(answer)["url"])
