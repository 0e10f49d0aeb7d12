// Convert a temperature with SOAP
// Install: npm install axios
// Run: node soap-xml.mjs

import axios from "axios";

const data = `<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
  <soap:Body>
    <CelsiusToFahrenheit xmlns="https://soap.example.com/">
      <Celsius>21.5</Celsius>
    </CelsiusToFahrenheit>
  </soap:Body>
</soap:Envelope>
`;
const url = "https://soap.example.com/temperature.asmx";
try {
  const response = await axios.post(url, data, {
    headers: {
      SOAPAction: '"https://soap.example.com/CelsiusToFahrenheit"',
      "Content-Type": "text/xml; charset=utf-8",
    },
    responseType: "text",
    timeout: 30000,
  });
  console.log(response.data);
} catch (error) {
  console.error(error.message, error.response?.data ?? "");
  process.exit(1);
}
