# Convert a temperature with SOAP
# Install: pip install requests
# Run: python soap-xml.py

import sys

import requests

response = requests.post(
    "https://soap.example.com/temperature.asmx",
    headers={
        "SOAPAction": '"https://soap.example.com/CelsiusToFahrenheit"',
        "Content-Type": "text/xml; charset=utf-8",
    },
    data="""<?xml version="1.0" encoding="utf-8"?>
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
if response.status_code >= 300:
    sys.exit(f"HTTP {response.status_code}: {response.text}")
print(response.text)
