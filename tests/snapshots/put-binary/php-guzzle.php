<?php

// Replace an avatar
// Install: composer require guzzlehttp/guzzle
// Run: FILES_API_KEY=... php put-binary.php

use GuzzleHttp\Client;
use GuzzleHttp\Psr7\Utils;

require 'vendor/autoload.php';

ini_set('display_errors', 'stderr');
$filesApiKey = getenv('FILES_API_KEY') ?: throw new RuntimeException('FILES_API_KEY is not set');

$response = (new Client())->request('PUT', 'https://files.example.org/avatars/ada', [
    'headers' => ['X-Api-Key' => $filesApiKey, 'Content-Type' => 'image/png'],
    'body' => Utils::tryFopen('avatar.png', 'r'),
    'timeout' => 30,
    'allow_redirects' => false,
    'http_errors' => false,
]);
$answer = (string) $response->getBody();
if ($response->getStatusCode() >= 300) {
    $reason = $response->getHeaderLine('Location') ?: $answer;
    throw new RuntimeException("HTTP {$response->getStatusCode()}: $reason");
}
echo json_encode(json_decode($answer, flags: JSON_THROW_ON_ERROR)->bytes), "\n";
