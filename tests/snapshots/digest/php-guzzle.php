<?php

// Read the state of a camera
// Install: composer require guzzlehttp/guzzle
// Run: CAMERA_USER=... CAMERA_PASSWORD=... php digest.php

use GuzzleHttp\Client;

require 'vendor/autoload.php';

try {
    $cameraUser = getenv('CAMERA_USER') ?: throw new Exception('CAMERA_USER is not set');
    $cameraPassword = getenv('CAMERA_PASSWORD')
        ?: throw new Exception('CAMERA_PASSWORD is not set');
    $response = (new Client())->get('https://camera.example.com/api/v1/state', [
        'query' => ['fields' => 'zoom,focus'],
        'auth' => [$cameraUser, $cameraPassword, 'digest'],
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
