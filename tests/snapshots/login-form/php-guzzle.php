<?php

// Log in with a form
// Install: composer require guzzlehttp/guzzle
// Run: ACCOUNT_PASSWORD=... php login-form.php

use GuzzleHttp\Client;

require 'vendor/autoload.php';

ini_set('display_errors', 'stderr');
$accountPassword = getenv('ACCOUNT_PASSWORD')
    ?: throw new RuntimeException('ACCOUNT_PASSWORD is not set');

$response = (new Client())->request('POST', 'https://accounts.example.com/login', [
    'headers' => ['Content-Type' => 'application/x-www-form-urlencoded'],
    'body' => 'username=ada%40example.com&password='
        . rawurlencode($accountPassword)
        . '&scope=profile&scope=orders&device=',
    'timeout' => 30,
    'allow_redirects' => false,
    'http_errors' => false,
]);
$answer = (string) $response->getBody();
if ($response->getStatusCode() >= 300) {
    $reason = $response->getHeaderLine('Location') ?: $answer;
    throw new RuntimeException("HTTP {$response->getStatusCode()}: $reason");
}
echo json_decode($answer)->session->id
    ?? throw new RuntimeException("Unexpected answer: $answer"), "\n";
