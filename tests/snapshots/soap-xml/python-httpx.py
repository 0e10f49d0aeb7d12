# Convert a temperature with SOAP
# Install: pip install httpx
# Run: python soap-xml.py

import sys

import httpx

response = httpx.post(
    "https://soap.example.com/temperature.asmx",
    headers={
        "SOAPAction": '"https://soap.example.com/CelsiusToFahrenheit"',
        "Content-Type": "text/xml; charset=utf-8",
    },
    content="""<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
  <soap:Body>
    <CelsiusToFahrenheit xmlns="https://soap.example.com/">
      <Celsius>21.5</Celsius>
    </CelsiusToFahrenheit>
  </soap:Body>
</soap:Envelope>
""",
    timeout=30,
)
if not response.is_success:
    reason = response.headers.get("Location") or response.text
    sys.exit(f"HTTP {response.status_code}: {reason}")
print(response.text)
