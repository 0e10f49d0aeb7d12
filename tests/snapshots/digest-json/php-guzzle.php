<?php

// Ask a private model, with a user name that is no secret
// Install: composer require guzzlehttp/guzzle
// Run: MODEL_PASSWORD=... php digest-json.php

use GuzzleHttp\Client;

require 'vendor/autoload.php';

try {
    $modelPassword = getenv('MODEL_PASSWORD') ?: throw new Exception('MODEL_PASSWORD is not set');
    $response = (new Client())->post('https://model.example.com/v1/chat', [
        'auth' => ['admin', $modelPassword, 'digest'],
        'json' => ['prompt' => 'Say “hello”'],
        'timeout' => 30,
        'http_errors' => false,
    ]);
    $status = $response->getStatusCode();
    if ($status >= 300) {
        throw new Exception("HTTP $status: {$response->getBody()}");
    }
    echo json_decode($response->getBody())->text, "\n";
} catch (Exception $error) {
    fwrite(STDERR, "{$error->getMessage()}\n");
    exit(1);
}
