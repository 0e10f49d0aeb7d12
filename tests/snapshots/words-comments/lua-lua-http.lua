-- */ ?> */ --> ??/ /// script # coding: utf-7 \u000a touch PWNED \u002a\u002f {{ 7*7 }} {% raw %} <?php touch('PWNED'); ?> <!-- \
-- Install: luarocks install http && luarocks install dkjson
-- Run: lua words-comments.lua

local http_request = require("http.request")
local json = require("dkjson")

local request = http_request.new_from_uri("https://api.example.com/notes")
request.headers:upsert(":method", "POST")
request.headers:append("content-type", "application/json")
request:set_body('{"a": 1}')
request.follow_redirects = false

local headers, stream = assert(request:go(30))
local answer = assert(stream:get_body_as_string(30))

local status = headers:get(":status")
if tonumber(status) >= 300 then
  error("HTTP " .. status .. ": " .. (headers:get("location") or answer))
end

print(json.encode(json.decode(answer, 1, json.null).ok))
