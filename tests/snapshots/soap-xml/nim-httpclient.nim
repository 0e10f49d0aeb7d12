# Convert a temperature with SOAP
# Run: nim c -d:ssl main.nim && ./main

import std/httpclient

let url = "https://soap.example.com/temperature.asmx"
let body = """
<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
  <soap:Body>
    <CelsiusToFahrenheit xmlns="https://soap.example.com/">
      <Celsius>21.5</Celsius>
    </CelsiusToFahrenheit>
  </soap:Body>
</soap:Envelope>
"""
let client = newHttpClient(maxRedirects = 0, timeout = 30000)
client.headers = newHttpHeaders({
  "SOAPAction": "\"https://soap.example.com/CelsiusToFahrenheit\"",
  "Content-Type": "text/xml; charset=utf-8"
})
let response = client.post(url, body)
if not response.code.is2xx:
  stderr.writeLine "HTTP ", response.status, " ", response.headers.getOrDefault("Location")
  quit(response.body)

echo response.body
