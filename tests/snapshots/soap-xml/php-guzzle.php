<?php

// Convert a temperature with SOAP
// Install: composer require guzzlehttp/guzzle
// Run: php soap-xml.php

use GuzzleHttp\Client;

require 'vendor/autoload.php';

ini_set('display_errors', 'stderr');

$response = (new Client())->request('POST', 'https://soap.example.com/temperature.asmx', [
    'headers' => [
        'SOAPAction' => '"https://soap.example.com/CelsiusToFahrenheit"',
        'Content-Type' => 'text/xml; charset=utf-8',
    ],
    'body' => <<<'TEXT'
    <?xml version="1.0" encoding="utf-8"?>
    <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
      <soap:Body>
        <CelsiusToFahrenheit xmlns="https://soap.example.com/">
          <Celsius>21.5</Celsius>
        </CelsiusToFahrenheit>
      </soap:Body>
    </soap:Envelope>

    TEXT,
    'timeout' => 30,
    'allow_redirects' => false,
    'http_errors' => false,
]);
$answer = (string) $response->getBody();
if ($response->getStatusCode() >= 300) {
    $reason = $response->getHeaderLine('Location') ?: $answer;
    throw new RuntimeException("HTTP {$response->getStatusCode()}: $reason");
}
echo $answer;
