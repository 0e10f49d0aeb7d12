-- Convert a temperature with SOAP
-- Install: luarocks install http
-- Run: lua soap-xml.lua

local http_request = require("http.request")

local request = http_request.new_from_uri("https://soap.example.com/temperature.asmx")
request.headers:upsert(":method", "POST")
request.headers:append("soapaction", '"https://soap.example.com/CelsiusToFahrenheit"')
request.headers:append("content-type", "text/xml; charset=utf-8")
request:set_body([[
<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
  <soap:Body>
    <CelsiusToFahrenheit xmlns="https://soap.example.com/">
      <Celsius>21.5</Celsius>
    </CelsiusToFahrenheit>
  </soap:Body>
</soap:Envelope>
]])
request.follow_redirects = false

local headers, stream = assert(request:go(30))
local answer = assert(stream:get_body_as_string(30))

local status = headers:get(":status")
if tonumber(status) >= 300 then
  error("HTTP " .. status .. ": " .. (headers:get("location") or answer))
end
if #answer < tonumber(headers:get("content-length") or 0) then
  error("The answer ended unexpectedly.")
end

print(answer)
