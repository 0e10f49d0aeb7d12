// Convert a temperature with SOAP
// Run: bun soap-xml.ts

const response = await fetch("https://soap.example.com/temperature.asmx", {
  method: "POST",
  headers: {
    SOAPAction: '"https://soap.example.com/CelsiusToFahrenheit"',
    "Content-Type": "text/xml; charset=utf-8",
  },
  body: `<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
  <soap:Body>
    <CelsiusToFahrenheit xmlns="https://soap.example.com/">
      <Celsius>21.5</Celsius>
    </CelsiusToFahrenheit>
  </soap:Body>
</soap:Envelope>
`,
  signal: AbortSignal.timeout(30000),
});
if (!response.ok) {
  throw new Error(`HTTP ${response.status}: ${await response.text()}`);
}
console.log(await response.text());
