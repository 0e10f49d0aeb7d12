# Read a cart with a session cookie
# Run: nim c -d:ssl main.nim && SHOP_SESSION=... SHOP_DEVICE=... ./main

import std/[httpclient, json, os, uri]

proc env(name: string): string =
  result = getEnv(name)
  if result == "":
    quit(name & " is not set")

let query = encodeQuery({"currency": "EUR"}, omitEq = false)
let url = "https://shop.example.com/cart" & "?" & query
let client = newHttpClient(maxRedirects = 0, timeout = 30000)
client.headers = newHttpHeaders({
  "Cookie": "session=" &
    env("SHOP_SESSION") &
    "; device=" &
    env("SHOP_DEVICE") &
    "; prefs=currency=EUR+tax/incl=="
})
let response = client.get(url)
if not response.code.is2xx:
  stderr.writeLine "HTTP ", response.status, " ", response.headers.getOrDefault("Location")
  quit(response.body)

echo parseJson(response.body)["items"][0]["sku"].getStr
