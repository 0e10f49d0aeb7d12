<?php

// Look at a download before fetching it
// Install: composer require guzzlehttp/guzzle
// Run: php head.php

use GuzzleHttp\Client;

require 'vendor/autoload.php';

try {
    $response = (new Client())->head('https://downloads.example.net/releases/2.10/engine.tar.gz', [
        'headers' => ['Accept' => 'application/gzip'],
        'timeout' => 30,
        'http_errors' => false,
    ]);
    $status = $response->getStatusCode();
    if ($status >= 300) {
        throw new Exception("HTTP $status: {$response->getBody()}");
    }
    foreach ($response->getHeaders() as $name => $values) {
        echo $name, ': ', implode(', ', $values), "\n";
    }
} catch (Exception $error) {
    fwrite(STDERR, "{$error->getMessage()}\n");
    exit(1);
}
