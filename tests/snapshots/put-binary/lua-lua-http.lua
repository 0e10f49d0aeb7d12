-- Replace an avatar
-- Install: luarocks install http && luarocks install dkjson
-- Run: FILES_API_KEY=... lua put-binary.lua

local http_request = require("http.request")
local json = require("dkjson")

local files_api_key = assert(os.getenv("FILES_API_KEY"), "FILES_API_KEY is not set")

local function read_file(path)
  local file = assert(io.open(path, "rb"))
  local content = file:read("a")
  file:close()
  return content
end

local request = http_request.new_from_uri("https://files.example.org/avatars/ada")
request.headers:upsert(":method", "PUT")
request.headers:append("x-api-key", files_api_key)
request.headers:append("content-type", "image/png")
request:set_body(read_file("avatar.png"))
request.follow_redirects = false

local headers, stream = assert(request:go(30))
local answer = assert(stream:get_body_as_string(30))

local status = headers:get(":status")
if tonumber(status) >= 300 then
  error("HTTP " .. status .. ": " .. (headers:get("location") or answer))
end

print(json.encode(json.decode(answer, 1, json.null).bytes))
