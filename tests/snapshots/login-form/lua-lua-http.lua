-- Log in with a form
-- Install: luarocks install http && luarocks install dkjson
-- Run: ACCOUNT_PASSWORD=... lua login-form.lua

local http_request = require("http.request")
local http_util = require("http.util")
local json = require("dkjson")

local account_password = assert(os.getenv("ACCOUNT_PASSWORD"), "ACCOUNT_PASSWORD is not set")

local request = http_request.new_from_uri("https://accounts.example.com/login")
request.headers:upsert(":method", "POST")
request.headers:append("content-type", "application/x-www-form-urlencoded")
request:set_body(
  "username=ada%40example.com&password="
    .. http_util.encodeURIComponent(account_password)
    .. "&scope=profile&scope=orders&device="
)
request.follow_redirects = false

local headers, stream = assert(request:go(30))
local answer = assert(stream:get_body_as_string(30))

local status = headers:get(":status")
if tonumber(status) >= 300 then
  error("HTTP " .. status .. ": " .. (headers:get("location") or answer))
end

print(json.decode(answer).session.id)
