# Convert a temperature with SOAP
# Run: pwsh soap-xml.ps1

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

$body = @'
<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
  <soap:Body>
    <CelsiusToFahrenheit xmlns="https://soap.example.com/">
      <Celsius>21.5</Celsius>
    </CelsiusToFahrenheit>
  </soap:Body>
</soap:Envelope>

'@
$request = @{
    Method = 'Post'
    Uri = 'https://soap.example.com/temperature.asmx'
    Headers = @{
        'SOAPAction' = '"https://soap.example.com/CelsiusToFahrenheit"'
    }
    ContentType = 'text/xml; charset=utf-8'
    Body = $body
    ConnectionTimeoutSeconds = 30
    OperationTimeoutSeconds = 30
}
$response = Invoke-WebRequest @request

$response.Content
