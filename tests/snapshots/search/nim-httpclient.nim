# Search a catalogue
# Run: nim c -d:ssl main.nim && ./main

import std/[httpclient, json, uri]

let query = encodeQuery({
  "q": "café & crème",
  "tag": "cooking",
  "tag": "french",
  "limit": "10"
}, omitEq = false)
let url = "https://api.example.com/v1/catalogues/books/items" & "?" & query
let client = newHttpClient(maxRedirects = 0, timeout = 30000)
client.headers = newHttpHeaders({"X-Request-Id": "docs-0001"})
let response = client.get(url)
if not response.code.is2xx:
  stderr.writeLine "HTTP ", response.status, " ", response.headers.getOrDefault("Location")
  quit(response.body)

echo parseJson(response.body)["items"][0]["title"].getStr
