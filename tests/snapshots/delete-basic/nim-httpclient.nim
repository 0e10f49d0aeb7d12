# Delete a user's key
# Run: nim c -d:ssl main.nim && ADMIN_USER=... ADMIN_PASSWORD=... ./main

import std/[base64, httpclient, os]

proc env(name: string): string =
  result = getEnv(name)
  if result == "":
    quit(name & " is not set")

let url = "https://api.example.net/v2/users/1042/keys/laptop%20%28old%29"
let client = newHttpClient(maxRedirects = 0, timeout = 30000)
client.headers = newHttpHeaders({
  "Authorization": "Basic " & encode(
    env("ADMIN_USER") & ":" & env("ADMIN_PASSWORD")
  )
})
let response = client.delete(url)
if not response.code.is2xx:
  stderr.writeLine "HTTP ", response.status, " ", response.headers.getOrDefault("Location")
  quit(response.body)

echo response.body
