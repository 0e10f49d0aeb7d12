# Look at a download before fetching it
# Run: nim c -d:ssl main.nim && ./main

import std/httpclient

let url = "https://downloads.example.net/releases/2.10/engine.tar.gz"
let client = newHttpClient(maxRedirects = 0, timeout = 30000)
client.headers = newHttpHeaders({"Accept": "application/gzip"})
let response = client.head(url)
if not response.code.is2xx:
  stderr.writeLine "HTTP ", response.status, " ", response.headers.getOrDefault("Location")
  quit(response.body)

for name, value in response.headers:
  echo name, ": ", value
