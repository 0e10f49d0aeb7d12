# Convert a temperature with SOAP
# Run: python soap-xml.py

import http.client
import sys

connection = http.client.HTTPSConnection("soap.example.com", timeout=30)
connection.request(
    "POST",
    "/temperature.asmx",
    body="""<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
  <soap:Body>
    <CelsiusToFahrenheit xmlns="https://soap.example.com/">
      <Celsius>21.5</Celsius>
    </CelsiusToFahrenheit>
  </soap:Body>
</soap:Envelope>
""",
    headers={
        "SOAPAction": '"https://soap.example.com/CelsiusToFahrenheit"',
        "Content-Type": "text/xml; charset=utf-8",
    },
)
response = connection.getresponse()
answer = response.read()
if response.status >= 300:
    reason = response.getheader("Location") or answer.decode(errors="replace")
    sys.exit(f"HTTP {response.status}: {reason}")
print(answer.decode("utf-8"))
