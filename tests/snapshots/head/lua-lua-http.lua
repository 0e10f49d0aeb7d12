-- Look at a download before fetching it
-- Install: luarocks install http
-- Run: lua head.lua

local http_request = require("http.request")

local request = http_request.new_from_uri(
  "https://downloads.example.net/releases/2.10/engine.tar.gz"
)
request.headers:upsert(":method", "HEAD")
request.headers:append("accept", "application/gzip")
request.follow_redirects = false

local headers, stream = assert(request:go(30))
local answer = assert(stream:get_body_as_string(30))

local status = headers:get(":status")
if tonumber(status) >= 300 then
  error("HTTP " .. status .. ": " .. (headers:get("location") or answer))
end

for name, value in headers:each() do
  print(name .. ": " .. value)
end
