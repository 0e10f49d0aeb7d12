<?php

// Convert a temperature with SOAP
// Run: php soap-xml.php

$curl = curl_init('https://soap.example.com/temperature.asmx');
curl_setopt_array($curl, [
    CURLOPT_HTTPHEADER => [
        'SOAPAction: "https://soap.example.com/CelsiusToFahrenheit"',
        'Content-Type: text/xml; charset=utf-8',
    ],
    CURLOPT_POSTFIELDS => <<<'TEXT'
    <?xml version="1.0" encoding="utf-8"?>
    <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
      <soap:Body>
        <CelsiusToFahrenheit xmlns="https://soap.example.com/">
          <Celsius>21.5</Celsius>
        </CelsiusToFahrenheit>
      </soap:Body>
    </soap:Envelope>

    TEXT,
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_TIMEOUT => 30,
]);
$answer = curl_exec($curl);
$status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
if (curl_errno($curl) || $status >= 300) {
    $reason = curl_error($curl) ?: curl_getinfo($curl, CURLINFO_REDIRECT_URL) ?: $answer;
    fwrite(STDERR, "HTTP $status: $reason\n");
    exit(1);
}
echo $answer, "\n";
