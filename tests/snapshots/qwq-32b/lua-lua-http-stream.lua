-- QwQ-32B chat completion
-- Install: luarocks install http && luarocks install dkjson
-- Run: MKEAI_API_KEY=... lua qwq-32b-stream.lua

local http_request = require("http.request")
local json = require("dkjson")

local mkeai_api_key = assert(os.getenv("MKEAI_API_KEY"), "MKEAI_API_KEY is not set")

local function dig(value, ...)
  for _, step in ipairs({ ... }) do
    value = type(value) == "table" and value[step] or nil
  end
  return value
end

local request = http_request.new_from_uri("https://api.mkeai.com/v1/chat/completions")
request.headers:upsert(":method", "POST")
request.headers:append("authorization", "Bearer " .. mkeai_api_key)
request.headers:append("content-type", "application/json")
request:set_body([[
{
  "model": "QwQ-32B",
  "messages": [{"role": "user", "content": "你好"}],
  "stream": true
}]])
request.follow_redirects = false

local headers, stream = assert(request:go(120))

local status = headers:get(":status")
if tonumber(status) >= 300 then
  local answer = stream:get_body_as_string(120)
  error("HTTP " .. status .. ": " .. (headers:get("location") or answer))
end

io.stdout:setvbuf("no")
local received = ""
repeat
  local line, reason = stream:get_body_until("\n", true, false, 120)
  if not line then
    error("The stream ended unexpectedly. " .. (reason or received))
  end
  local data = line:match("^data: ?(.-)\r?$")
  received = data or received .. line
  if data and data ~= "[DONE]" then
    local event = assert(json.decode(data))
    io.stderr:write(dig(event.choices, 1, "delta", "reasoning_content") or "")
    io.write(dig(event.choices, 1, "delta", "content") or "")
  end
until data == "[DONE]"
print()
