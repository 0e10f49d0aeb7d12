// Convert a temperature with SOAP
// Run: k6 run --quiet --summary-mode=disabled --log-format=raw --console-output=/dev/stdout soap-xml.js

import exec from "k6/execution";
import http from "k6/http";

export const options = { vus: 1, iterations: 1 };

export default function () {
  const url = "https://soap.example.com/temperature.asmx";
  const payload = `<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
  <soap:Body>
    <CelsiusToFahrenheit xmlns="https://soap.example.com/">
      <Celsius>21.5</Celsius>
    </CelsiusToFahrenheit>
  </soap:Body>
</soap:Envelope>
`;
  const params = {
    headers: {
      SOAPAction: '"https://soap.example.com/CelsiusToFahrenheit"',
      "Content-Type": "text/xml; charset=utf-8",
    },
    timeout: "30s",
  };
  const response = http.post(url, payload, params);
  if (response.error || response.status >= 300) {
    const reason = response.error || response.body;
    exec.test.abort(`HTTP ${response.status}: ${reason}`);
  }
  console.log(response.body || "");
}
