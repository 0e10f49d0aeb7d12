<?php

// Convert a temperature with SOAP
// Install: composer require guzzlehttp/guzzle
// Run: php soap-xml.php

use GuzzleHttp\Client;

require 'vendor/autoload.php';

try {
    $response = (new Client())->post('https://soap.example.com/temperature.asmx', [
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
        'http_errors' => false,
    ]);
    $status = $response->getStatusCode();
    if ($status >= 300) {
        throw new Exception("HTTP $status: {$response->getBody()}");
    }
    echo $response->getBody(), "\n";
} catch (Exception $error) {
    fwrite(STDERR, "{$error->getMessage()}\n");
    exit(1);
}
