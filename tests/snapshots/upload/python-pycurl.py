# Upload a photo
# Install: pip install pycurl
# Run: PHOTOS_TOKEN=... python upload.py

import json
import os
import sys

import pycurl

headers = [f"Authorization: Bearer {os.environ['PHOTOS_TOKEN']}"]

curl = pycurl.Curl()
curl.setopt(curl.URL, "https://photos.example.org/albums/summer-2025/photos")
curl.setopt(curl.HTTPHEADER, headers)
form = pycurl.CurlMime(curl)
form.add_field("caption", 'Sunset at the "Blue Lagoon"')
form.add_field("visibility", "friends")
form.add_file("photo", "sunset.jpg", filename="sunset.jpg", content_type="image/jpeg")
curl.setopt(curl.MIMEPOST, form)
curl.setopt(curl.TIMEOUT, 30)
answer = curl.perform_rb()
status = curl.getinfo(curl.RESPONSE_CODE)
if status >= 300:
    reason = curl.getinfo(curl.REDIRECT_URL) or answer.decode(errors="replace")
    sys.exit(f"HTTP {status}: {reason}")
print(json.loads(answer)["url"])
