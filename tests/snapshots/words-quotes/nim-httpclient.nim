# """; import os; os.system('touch PWNED'); """ ''' "; touch PWNED; " '; touch PWNED; ' $(touch PWNED) `touch PWNED` #{system('touch PWNED')} ${x} %s %n \"""
# Run: nim c -d:ssl main.nim && ./main

import std/[httpclient, json]

let url = "https://api.example.com/notes"
let client = newHttpClient(maxRedirects = 0, timeout = 30000)
let response = client.get(url)
if not response.code.is2xx:
  stderr.writeLine "HTTP ", response.status, " ", response.headers.getOrDefault("Location")
  quit(response.body)

echo parseJson(response.body)["ok"]
