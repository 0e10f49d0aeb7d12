# Upload a photo
# Run: nim c -d:ssl main.nim && PHOTOS_TOKEN=... ./main

import std/[httpclient, json, os]

proc env(name: string): string =
  result = getEnv(name)
  if result == "":
    quit(name & " is not set")

let url = "https://photos.example.org/albums/summer-2025/photos"
let data = newMultipartData()
data["caption"] = "Sunset at the \"Blue Lagoon\""
data["visibility"] = "friends"
data["photo"] = ("sunset.jpg", "image/jpeg", readFile("sunset.jpg"))
let client = newHttpClient(maxRedirects = 0, timeout = 30000)
client.headers = newHttpHeaders({
  "Authorization": "Bearer " & env("PHOTOS_TOKEN")
})
let response = client.post(url, multipart = data)
if not response.code.is2xx:
  stderr.writeLine "HTTP ", response.status, " ", response.headers.getOrDefault("Location")
  quit(response.body)

echo parseJson(response.body)["url"].getStr
