<?php

// Convert a temperature with SOAP
// Run: php soap-xml.php

ini_set('display_errors', 'stderr');

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
if ($answer === false) {
    throw new RuntimeException(curl_error($curl));
}
$status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
if ($status >= 300) {
    $reason = curl_getinfo($curl, CURLINFO_REDIRECT_URL) ?: $answer;
    throw new RuntimeException("HTTP $status: $reason");
}
echo $answer;
