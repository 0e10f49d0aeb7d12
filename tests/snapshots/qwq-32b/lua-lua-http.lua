-- QwQ-32B chat completion
-- Install: luarocks install http && luarocks install dkjson
-- Run: MKEAI_API_KEY=... lua qwq-32b.lua

local http_request = require("http.request")
local json = require("dkjson")

local mkeai_api_key = assert(os.getenv("MKEAI_API_KEY"), "MKEAI_API_KEY is not set")

local request = http_request.new_from_uri("https://api.mkeai.com/v1/chat/completions")
request.headers:upsert(":method", "POST")
request.headers:append("authorization", "Bearer " .. mkeai_api_key)
request.headers:append("content-type", "application/json")
request:set_body([[
{
  "model": "QwQ-32B",
  "messages": [{"role": "user", "content": "你好"}],
  "stream": false
}]])
request.follow_redirects = false

local headers, stream = assert(request:go(120))
local answer = assert(stream:get_body_as_string(120))

local status = headers:get(":status")
if tonumber(status) >= 300 then
  error("HTTP " .. status .. ": " .. (headers:get("location") or answer))
end

print(json.decode(answer).choices[1].message.content)
