// Convert a temperature with SOAP
// Run: node soap-xml.mjs

import { once } from "node:events";
import https from "node:https";
import { buffer } from "node:stream/consumers";

const body = `<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
  <soap:Body>
    <CelsiusToFahrenheit xmlns="https://soap.example.com/">
      <Celsius>21.5</Celsius>
    </CelsiusToFahrenheit>
  </soap:Body>
</soap:Envelope>
`;
const url = "https://soap.example.com/temperature.asmx";
const request = https.request(url, {
  method: "POST",
  headers: {
    SOAPAction: '"https://soap.example.com/CelsiusToFahrenheit"',
    "Content-Type": "text/xml; charset=utf-8",
  },
  timeout: 30000,
});
request.on("timeout", () => request.destroy(new Error("Timed out.")));
request.end(body);
const [response] = await once(request, "response");
const answer = await buffer(response);
if (response.statusCode >= 300) {
  const reason = response.headers.location ?? String(answer);
  console.error(response.statusCode, response.statusMessage, reason);
  process.exit(1);
}
process.stdout.write(answer);
