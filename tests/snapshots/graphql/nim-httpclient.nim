# Ask a GraphQL API
# Run: nim c -d:ssl main.nim && CODE_TOKEN=... ./main

import std/[httpclient, json, os]

proc env(name: string): string =
  result = getEnv(name)
  if result == "":
    quit(name & " is not set")

let url = "https://code.example.com/graphql"
let body = %*{
  "query": "query NewestIssues($owner: String!, $name: String!, $count: Int = 3) {\n  repository(owner: $owner, name: $name) {\n    issues(first: $count, states: [OPEN]) {\n      nodes { number title }\n    }\n  }\n}\n",
  "variables": {"owner": "ada", "name": "engine", "count": 2}
}
let client = newHttpClient(maxRedirects = 0, timeout = 30000)
client.headers = newHttpHeaders({
  "Authorization": "Bearer " & env("CODE_TOKEN"),
  "Content-Type": "application/json"
})
let response = client.post(url, $body)
if not response.code.is2xx:
  stderr.writeLine "HTTP ", response.status, " ", response.headers.getOrDefault("Location")
  quit(response.body)

echo parseJson(response.body)["data"]["repository"]["issues"]["nodes"]
