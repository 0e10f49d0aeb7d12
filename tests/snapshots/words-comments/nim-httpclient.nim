# */ ?> */ --> ??/ /// script # coding: utf-7 \u000a touch PWNED \u002a\u002f {{ 7*7 }} {% raw %} <?php touch('PWNED'); ?> <!-- \
# Run: nim c -d:ssl main.nim && ./main

import std/[httpclient, json]

let url = "https://api.example.com/notes"
let body = %*{"a": 1}
let client = newHttpClient(maxRedirects = 0, timeout = 30000)
client.headers = newHttpHeaders({"Content-Type": "application/json"})
let response = client.post(url, $body)
if not response.code.is2xx:
  stderr.writeLine "HTTP ", response.status, " ", response.headers.getOrDefault("Location")
  quit(response.body)

echo parseJson(response.body)["ok"]
