-- Read a cart with a session cookie
-- Install: luarocks install http && luarocks install dkjson
-- Run: SHOP_SESSION=... SHOP_DEVICE=... lua session-cookie.lua

local http_request = require("http.request")
local json = require("dkjson")

local shop_session = assert(os.getenv("SHOP_SESSION"), "SHOP_SESSION is not set")
local shop_device = assert(os.getenv("SHOP_DEVICE"), "SHOP_DEVICE is not set")

local request = http_request.new_from_uri("https://shop.example.com/cart?currency=EUR")
request.headers:append(
  "cookie",
  "session=" .. shop_session .. "; device=" .. shop_device .. "; prefs=currency=EUR+tax/incl=="
)
request.follow_redirects = false

local headers, stream = assert(request:go(30))
local answer = assert(stream:get_body_as_string(30))

local status = headers:get(":status")
if tonumber(status) >= 300 then
  error("HTTP " .. status .. ": " .. (headers:get("location") or answer))
end

print(json.decode(answer).items[1].sku)
