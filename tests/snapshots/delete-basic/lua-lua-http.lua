-- Delete a user's key
-- Install: luarocks install http
-- Run: ADMIN_USER=... ADMIN_PASSWORD=... lua delete-basic.lua

local basexx = require("basexx")
local http_request = require("http.request")

local admin_user = assert(os.getenv("ADMIN_USER"), "ADMIN_USER is not set")
local admin_password = assert(os.getenv("ADMIN_PASSWORD"), "ADMIN_PASSWORD is not set")

local request = http_request.new_from_uri(
  "https://api.example.net/v2/users/1042/keys/laptop%20%28old%29"
)
request.headers:upsert(":method", "DELETE")
local base64 = basexx.to_base64(admin_user .. ":" .. admin_password)
request.headers:append("authorization", "Basic " .. base64)
request.follow_redirects = false

local headers, stream = assert(request:go(30))
local answer = assert(stream:get_body_as_string(30))

local status = headers:get(":status")
if tonumber(status) >= 300 then
  error("HTTP " .. status .. ": " .. (headers:get("location") or answer))
end

print(answer)
