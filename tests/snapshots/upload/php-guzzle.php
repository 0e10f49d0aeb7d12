<?php

// Upload a photo
// Install: composer require guzzlehttp/guzzle
// Run: PHOTOS_TOKEN=... php upload.php

use GuzzleHttp\Client;
use GuzzleHttp\Psr7\Utils;

require 'vendor/autoload.php';

ini_set('display_errors', 'stderr');
$photosToken = getenv('PHOTOS_TOKEN') ?: throw new RuntimeException('PHOTOS_TOKEN is not set');

$response = (new Client())->request('POST', 'https://photos.example.org/albums/summer-2025/photos', [
    'headers' => ['Authorization' => 'Bearer ' . $photosToken],
    'multipart' => [
        [
            'name' => 'caption',
            'contents' => 'Sunset at the "Blue Lagoon"',
        ],
        [
            'name' => 'visibility',
            'contents' => 'friends',
        ],
        [
            'name' => 'photo',
            'contents' => Utils::tryFopen('sunset.jpg', 'r'),
            'filename' => 'sunset.jpg',
            'headers' => ['Content-Type' => 'image/jpeg'],
        ],
    ],
    'timeout' => 30,
    'allow_redirects' => false,
    'http_errors' => false,
]);
$answer = (string) $response->getBody();
if ($response->getStatusCode() >= 300) {
    $reason = $response->getHeaderLine('Location') ?: $answer;
    throw new RuntimeException("HTTP {$response->getStatusCode()}: $reason");
}
echo json_decode($answer)->url ?? throw new RuntimeException("Unexpected answer: $answer"), "\n";
