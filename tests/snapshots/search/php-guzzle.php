<?php

// Search a catalogue
// Install: composer require guzzlehttp/guzzle
// Run: php search.php

use GuzzleHttp\Client;

require 'vendor/autoload.php';

ini_set('display_errors', 'stderr');

$response = (new Client())->request('GET', 'https://api.example.com/v1/catalogues/books/items?q=caf%C3%A9%20%26%20cr%C3%A8me&tag=cooking&tag=french&limit=10', [
    'headers' => ['X-Request-Id' => 'docs-0001'],
    'timeout' => 30,
    'allow_redirects' => false,
    'http_errors' => false,
]);
$answer = (string) $response->getBody();
if ($response->getStatusCode() >= 300) {
    $reason = $response->getHeaderLine('Location') ?: $answer;
    throw new RuntimeException("HTTP {$response->getStatusCode()}: $reason");
}
echo json_decode($answer)->items[0]->title
    ?? throw new RuntimeException("Unexpected answer: $answer"), "\n";
