// Convert a temperature with SOAP
// Install: npm install axios
// Run: node soap-xml.mjs

import axios from "axios";

try {
  const response = await axios({
    method: "POST",
    url: "https://soap.example.com/temperature.asmx",
    headers: {
      SOAPAction: '"https://soap.example.com/CelsiusToFahrenheit"',
      "Content-Type": "text/xml; charset=utf-8",
    },
    data: `<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
  <soap:Body>
    <CelsiusToFahrenheit xmlns="https://soap.example.com/">
      <Celsius>21.5</Celsius>
    </CelsiusToFahrenheit>
  </soap:Body>
</soap:Envelope>
`,
    maxRedirects: 0,
    responseType: "arraybuffer",
    timeout: 30000,
  });
  process.stdout.write(response.data);
} catch (error) {
  const { headers, data } = error.response ?? {};
  console.error(error.message, headers?.location ?? String(data ?? ""));
  process.exit(1);
}
