# Replace an avatar
# Run: nim c -d:ssl main.nim && FILES_API_KEY=... ./main

import std/[httpclient, json, os]

proc env(name: string): string =
  result = getEnv(name)
  if result == "":
    quit(name & " is not set")

let url = "https://files.example.org/avatars/ada"
let body = readFile("avatar.png")
let client = newHttpClient(maxRedirects = 0, timeout = 30000)
client.headers = newHttpHeaders({
  "X-Api-Key": env("FILES_API_KEY"),
  "Content-Type": "image/png"
})
let response = client.put(url, body)
if not response.code.is2xx:
  stderr.writeLine "HTTP ", response.status, " ", response.headers.getOrDefault("Location")
  quit(response.body)

echo parseJson(response.body)["bytes"]
