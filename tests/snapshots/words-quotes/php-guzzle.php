<?php

// """; import os; os.system('touch PWNED'); """ ''' "; touch PWNED; " '; touch PWNED; ' $(touch PWNED) `touch PWNED` #{system('touch PWNED')} ${x} %s %n \"""
// Install: composer require guzzlehttp/guzzle
// Run: php words-quotes.php

use GuzzleHttp\Client;

require 'vendor/autoload.php';

ini_set('display_errors', 'stderr');

$response = (new Client())->request('GET', 'https://api.example.com/notes', [
    'timeout' => 30,
    'allow_redirects' => false,
    'http_errors' => false,
]);
$answer = (string) $response->getBody();
if ($response->getStatusCode() >= 300) {
    $reason = $response->getHeaderLine('Location') ?: $answer;
    throw new RuntimeException("HTTP {$response->getStatusCode()}: $reason");
}
echo json_encode(json_decode($answer, flags: JSON_THROW_ON_ERROR)->ok), "\n";
