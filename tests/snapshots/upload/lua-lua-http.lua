-- Upload a photo
-- Install: luarocks install http && luarocks install dkjson
-- Run: PHOTOS_TOKEN=... lua upload.lua

local basexx = require("basexx")
local http_request = require("http.request")
local json = require("dkjson")
local rand = require("openssl.rand")

local photos_token = assert(os.getenv("PHOTOS_TOKEN"), "PHOTOS_TOKEN is not set")

local function read_file(path)
  local file = assert(io.open(path, "rb"))
  local content = file:read("a")
  file:close()
  return content
end

local request = http_request.new_from_uri("https://photos.example.org/albums/summer-2025/photos")
request.headers:upsert(":method", "POST")
request.headers:append("authorization", "Bearer " .. photos_token)
local boundary = basexx.to_hex(rand.bytes(16))
request.headers:append("content-type", "multipart/form-data; boundary=" .. boundary)
local parts = {
  { 'Content-Disposition: form-data; name="caption"', 'Sunset at the "Blue Lagoon"' },
  { 'Content-Disposition: form-data; name="visibility"', "friends" },
  {
    "Content-Disposition: form-data; name=\"photo\"; filename=\"sunset.jpg\"\r\nContent-Type: image/jpeg",
    read_file("sunset.jpg")
  },
}
local content = ""
for _, part in ipairs(parts) do
  content = content .. "--" .. boundary .. "\r\n" .. part[1] .. "\r\n\r\n" .. part[2] .. "\r\n"
end
request:set_body(content .. "--" .. boundary .. "--\r\n")
request.follow_redirects = false

local headers, stream = assert(request:go(30))
local answer = assert(stream:get_body_as_string(30))

local status = headers:get(":status")
if tonumber(status) >= 300 then
  error("HTTP " .. status .. ": " .. (headers:get("location") or answer))
end

print(json.decode(answer).url)
