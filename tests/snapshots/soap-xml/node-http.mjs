// Convert a temperature with SOAP
// Run: node soap-xml.mjs

import { once } from "node:events";
import https from "node:https";
import { text } from "node:stream/consumers";

const body = `<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
  <soap:Body>
    <CelsiusToFahrenheit xmlns="https://soap.example.com/">
      <Celsius>21.5</Celsius>
    </CelsiusToFahrenheit>
  </soap:Body>
</soap:Envelope>
`;
const request = https.request("https://soap.example.com/temperature.asmx", {
  method: "POST",
  headers: {
    SOAPAction: '"https://soap.example.com/CelsiusToFahrenheit"',
    "Content-Type": "text/xml; charset=utf-8",
  },
  timeout: 30000,
});
request.on("timeout", () => request.destroy(new Error("ETIMEDOUT")));
request.end(body);
const [response] = await once(request, "response");
if (response.statusCode >= 300) {
  const reason = response.headers.location ?? (await text(response));
  throw new Error(`HTTP ${response.statusCode}: ${reason}`);
}
console.log(await text(response));
