# QwQ-32B chat completion
# Run: nim c -d:ssl stream.nim && MKEAI_API_KEY=... ./stream

import std/[asyncdispatch, httpclient, json, net, openssl, os, strutils]

# AsyncHttpClient checks the certificate, but not whose it is.
proc SSL_CTX_get0_param(context: SslCtx): pointer {.
  cdecl, dynlib: DLLSSLName, importc.}
proc X509_VERIFY_PARAM_set1_host(param: pointer, name: cstring,
  length: csize_t): cint {.cdecl, dynlib: DLLUtilName, importc.}

proc env(name: string): string =
  result = getEnv(name)
  if result == "":
    quit(name & " is not set")

let url = "https://api.mkeai.com/v1/chat/completions"
let body = %*{
  "model": "QwQ-32B",
  "messages": [{"role": "user", "content": "你好"}],
  "stream": true
}
let context = newContext(verifyMode = CVerifyPeer)
discard X509_VERIFY_PARAM_set1_host(
  SSL_CTX_get0_param(context.context), "api.mkeai.com", 0)
let client = newAsyncHttpClient(maxRedirects = 0, sslContext = context)
client.headers = newHttpHeaders({
  "Authorization": "Bearer " & env("MKEAI_API_KEY"),
  "Content-Type": "application/json"
})
let request = client.post(url, $body)
if not waitFor request.withTimeout(120000):
  quit("The stream ended unexpectedly.")
let response = request.read
if not response.code.is2xx:
  stderr.writeLine "HTTP ", response.status, " ", response.headers.getOrDefault("Location")
  quit(waitFor response.body)

var rest, last = ""
while true:
  let reading = response.bodyStream.read
  if not waitFor reading.withTimeout(120000):
    quit("The stream ended unexpectedly.")
  let (hasData, chunk) = reading.read
  if not hasData:
    break
  var lines = (rest & chunk).split('\n')
  rest = lines.pop
  for line in lines:
    if not line.startsWith("data:"):
      last &= line
      continue
    let data = line["data:".len .. ^1].strip
    if data == "[DONE]":
      echo ""
      quit()
    let delta = parseJson(data){"choices"}{0}{"delta"}
    stderr.write delta{"reasoning_content"}.getStr
    stdout.write delta{"content"}.getStr
    stdout.flushFile()
    last = line
quit("The stream ended unexpectedly. " & last & rest)
