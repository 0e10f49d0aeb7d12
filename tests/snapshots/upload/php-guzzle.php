<?php

// Upload a photo
// Install: composer require guzzlehttp/guzzle
// Run: PHOTOS_TOKEN=... php upload.php

use GuzzleHttp\Client;
use GuzzleHttp\Psr7\Utils;

require 'vendor/autoload.php';

try {
    $photosToken = getenv('PHOTOS_TOKEN') ?: throw new Exception('PHOTOS_TOKEN is not set');
    $response = (new Client())->post('https://photos.example.org/albums/summer-2025/photos', [
        'headers' => ['Authorization' => "Bearer $photosToken"],
        'multipart' => [
            ['name' => 'caption', 'contents' => 'Sunset at the "Blue Lagoon"'],
            ['name' => 'visibility', 'contents' => 'friends'],
            [
                'name' => 'photo',
                'contents' => Utils::tryFopen('sunset.jpg', 'r'),
                'filename' => 'sunset.jpg',
                'headers' => ['Content-Type' => 'image/jpeg'],
            ],
        ],
        'timeout' => 30,
        'http_errors' => false,
    ]);
    $status = $response->getStatusCode();
    if ($status >= 300) {
        throw new Exception("HTTP $status: {$response->getBody()}");
    }
    echo json_decode($response->getBody())->url, "\n";
} catch (Exception $error) {
    fwrite(STDERR, "{$error->getMessage()}\n");
    exit(1);
}
