# Log in with a form
# Run: nim c -d:ssl main.nim && ACCOUNT_PASSWORD=... ./main

import std/[httpclient, json, os, uri]

proc env(name: string): string =
  result = getEnv(name)
  if result == "":
    quit(name & " is not set")

let url = "https://accounts.example.com/login"
let body = encodeQuery({
  "username": "ada@example.com",
  "password": env("ACCOUNT_PASSWORD"),
  "scope": "profile",
  "scope": "orders",
  "device": ""
}, omitEq = false)
let client = newHttpClient(maxRedirects = 0, timeout = 30000)
client.headers = newHttpHeaders({
  "Content-Type": "application/x-www-form-urlencoded"
})
let response = client.post(url, body)
if not response.code.is2xx:
  stderr.writeLine "HTTP ", response.status, " ", response.headers.getOrDefault("Location")
  quit(response.body)

echo parseJson(response.body)["session"]["id"].getStr
