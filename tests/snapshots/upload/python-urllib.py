# Upload a photo
# Run: PHOTOS_TOKEN=... python upload.py

import json
import os
import sys
import uuid
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, Request, build_opener


class NoRedirect(HTTPRedirectHandler):
    def redirect_request(self, *args):
        return None


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

request = Request(
    "https://photos.example.org/albums/summer-2025/photos",
    data=body,
    headers={
        "Authorization": f"Bearer {os.environ['PHOTOS_TOKEN']}",
        "Content-Type": f"multipart/form-data; boundary={boundary}",
    },
)
try:
    response = build_opener(NoRedirect).open(request, timeout=30)
except HTTPError as error:
    reason = error.headers["Location"] or error.read().decode(errors="replace")
    sys.exit(f"HTTP {error.code}: {reason}")
print(json.load(response)["url"])
