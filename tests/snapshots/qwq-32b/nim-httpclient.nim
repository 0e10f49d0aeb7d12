# QwQ-32B chat completion
# Run: nim c -d:ssl main.nim && MKEAI_API_KEY=... ./main

import std/[httpclient, json, os]

proc env(name: string): string =
  result = getEnv(name)
  if result == "":
    quit(name & " is not set")

let url = "https://api.mkeai.com/v1/chat/completions"
let body = %*{
  "model": "QwQ-32B",
  "messages": [{"role": "user", "content": "你好"}],
  "stream": false
}
let client = newHttpClient(maxRedirects = 0, timeout = 120000)
client.headers = newHttpHeaders({
  "Authorization": "Bearer " & env("MKEAI_API_KEY"),
  "Content-Type": "application/json"
})
let response = client.post(url, $body)
if not response.code.is2xx:
  stderr.writeLine "HTTP ", response.status, " ", response.headers.getOrDefault("Location")
  quit(response.body)

echo parseJson(response.body)["choices"][0]["message"]["content"].getStr
