-- Ask a GraphQL API
-- Install: luarocks install http && luarocks install dkjson
-- Run: CODE_TOKEN=... lua graphql.lua

local http_request = require("http.request")
local json = require("dkjson")

local code_token = assert(os.getenv("CODE_TOKEN"), "CODE_TOKEN is not set")

local request = http_request.new_from_uri("https://code.example.com/graphql")
request.headers:upsert(":method", "POST")
request.headers:append("authorization", "Bearer " .. code_token)
request.headers:append("content-type", "application/json")
request:set_body([[
{
  "query": "query NewestIssues($owner: String!, $name: String!, $count: Int = 3) {\n  repository(owner: $owner, name: $name) {\n    issues(first: $count, states: [OPEN]) {\n      nodes { number title }\n    }\n  }\n}\n",
  "variables": {"owner": "ada", "name": "engine", "count": 2}
}]])
request.follow_redirects = false

local headers, stream = assert(request:go(30))
local answer = assert(stream:get_body_as_string(30))

local status = headers:get(":status")
if tonumber(status) >= 300 then
  error("HTTP " .. status .. ": " .. (headers:get("location") or answer))
end

print(json.encode(json.decode(answer, 1, json.null).data.repository.issues.nodes))
