-- Search a catalogue
-- Install: luarocks install http && luarocks install dkjson
-- Run: lua search.lua

local http_request = require("http.request")
local json = require("dkjson")

local request = http_request.new_from_uri(
  "https://api.example.com/v1/catalogues/books/items?q=caf%C3%A9%20%26%20cr%C3%A8me&tag=cooking&tag=french&limit=10"
)
request.headers:append("x-request-id", "docs-0001")
request.follow_redirects = false

local headers, stream = assert(request:go(30))
local answer = assert(stream:get_body_as_string(30))

local status = headers:get(":status")
if tonumber(status) >= 300 then
  error("HTTP " .. status .. ": " .. (headers:get("location") or answer))
end

print(json.decode(answer).items[1].title)
