# Convert a temperature with SOAP
# Install: julia -e 'using Pkg; pkg"add HTTP@2 JSON"'
# Run: julia soap-xml.jl

using HTTP

body = """
<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
  <soap:Body>
    <CelsiusToFahrenheit xmlns="https://soap.example.com/">
      <Celsius>21.5</Celsius>
    </CelsiusToFahrenheit>
  </soap:Body>
</soap:Envelope>
"""

headers = [
    "SOAPAction" => "\"https://soap.example.com/CelsiusToFahrenheit\"",
    "Content-Type" => "text/xml; charset=utf-8",
]

response = HTTP.request(
    "POST",
    "https://soap.example.com/temperature.asmx",
    headers,
    body;
    connect_timeout = 30,
    read_idle_timeout = 30,
    redirect = false,
    retry = false,
    status_exception = false,
)
if response.status >= 300
    error("HTTP $(response.status): $(String(response.body))")
end

write(stdout, response.body)
