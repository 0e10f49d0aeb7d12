<?php

// Log in with a form
// Install: composer require guzzlehttp/guzzle
// Run: ACCOUNT_PASSWORD=... php login-form.php

use GuzzleHttp\Client;
use GuzzleHttp\Psr7\Query;

require 'vendor/autoload.php';

try {
    $accountPassword = getenv('ACCOUNT_PASSWORD')
        ?: throw new Exception('ACCOUNT_PASSWORD is not set');
    $response = (new Client())->post('https://accounts.example.com/login', [
        'headers' => ['Content-Type' => 'application/x-www-form-urlencoded'],
        'body' => Query::build([
            'username' => 'ada@example.com',
            'password' => $accountPassword,
            'scope' => ['profile', 'orders'],
            'device' => '',
        ]),
        'allow_redirects' => false,
        'timeout' => 30,
        'http_errors' => false,
    ]);
    $status = $response->getStatusCode();
    if ($status >= 300) {
        $reason = $response->getHeaderLine('Location') ?: $response->getBody();
        throw new Exception("HTTP $status: $reason");
    }
    echo json_decode($response->getBody())->session->id, "\n";
} catch (Exception $error) {
    fwrite(STDERR, "{$error->getMessage()}\n");
    exit(1);
}
