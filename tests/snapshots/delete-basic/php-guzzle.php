<?php

// Delete a user's key
// Install: composer require guzzlehttp/guzzle
// Run: ADMIN_USER=... ADMIN_PASSWORD=... php delete-basic.php

use GuzzleHttp\Client;

require 'vendor/autoload.php';

ini_set('display_errors', 'stderr');
$adminUser = getenv('ADMIN_USER') ?: throw new RuntimeException('ADMIN_USER is not set');
$adminPassword = getenv('ADMIN_PASSWORD')
    ?: throw new RuntimeException('ADMIN_PASSWORD is not set');

$response = (new Client())->request('DELETE', 'https://api.example.net/v2/users/1042/keys/laptop%20%28old%29', [
    'auth' => [$adminUser, $adminPassword],
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
