// Convert a temperature with SOAP
// Run: node soap-xml.mjs

const url = "https://soap.example.com/temperature.asmx";
const response = await fetch(url, {
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
  redirect: "manual",
  signal: AbortSignal.timeout(30000),
});
if (!response.ok) {
  const reason = response.headers.get("location") ?? (await response.text());
  console.error(response.status, response.statusText, reason);
  process.exit(1);
}
process.stdout.write(Buffer.from(await response.arrayBuffer()));
