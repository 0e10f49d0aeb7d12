<?php

// Replace an avatar
// Install: composer require guzzlehttp/guzzle
// Run: FILES_API_KEY=... php put-binary.php

use GuzzleHttp\Client;
use GuzzleHttp\Psr7\Utils;

require 'vendor/autoload.php';

try {
    $filesApiKey = getenv('FILES_API_KEY') ?: throw new Exception('FILES_API_KEY is not set');
    $response = (new Client())->put('https://files.example.org/avatars/ada', [
        'headers' => ['X-Api-Key' => $filesApiKey, 'Content-Type' => 'image/png'],
        'body' => Utils::tryFopen('avatar.png', 'r'),
        'allow_redirects' => false,
        'timeout' => 30,
        'http_errors' => false,
    ]);
    $status = $response->getStatusCode();
    if ($status >= 300) {
        $reason = $response->getHeaderLine('Location') ?: $response->getBody();
        throw new Exception("HTTP $status: $reason");
    }
    echo json_encode(json_decode($response->getBody())->bytes), "\n";
} catch (Exception $error) {
    fwrite(STDERR, "{$error->getMessage()}\n");
    exit(1);
}
