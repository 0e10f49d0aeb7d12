<?php

// Delete a user's key
// Install: composer require guzzlehttp/guzzle
// Run: ADMIN_USER=... ADMIN_PASSWORD=... php delete-basic.php

use GuzzleHttp\Client;

require 'vendor/autoload.php';

try {
    $adminUser = getenv('ADMIN_USER') ?: throw new Exception('ADMIN_USER is not set');
    $adminPassword = getenv('ADMIN_PASSWORD') ?: throw new Exception('ADMIN_PASSWORD is not set');
    $response = (new Client())->delete('https://api.example.net/v2/users/1042/keys/laptop%20%28old%29', [
        'auth' => [$adminUser, $adminPassword],
        'allow_redirects' => ['strict' => true],
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
