<?php

// Look at a download before fetching it
// Install: composer require guzzlehttp/guzzle
// Run: php head.php

use GuzzleHttp\Client;

require 'vendor/autoload.php';

ini_set('display_errors', 'stderr');

$response = (new Client())->request('HEAD', 'https://downloads.example.net/releases/2.10/engine.tar.gz', [
    'headers' => ['Accept' => 'application/gzip'],
    'timeout' => 30,
    'allow_redirects' => false,
    'http_errors' => false,
]);
$answer = (string) $response->getBody();
if ($response->getStatusCode() >= 300) {
    $reason = $response->getHeaderLine('Location') ?: $answer;
    throw new RuntimeException("HTTP {$response->getStatusCode()}: $reason");
}
foreach ($response->getHeaders() as $name => $values) {
    echo $name, ': ', implode(', ', $values), "\n";
}
