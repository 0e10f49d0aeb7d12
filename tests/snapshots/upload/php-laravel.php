<?php

// Upload a photo
// Install: composer require illuminate/http guzzlehttp/guzzle
// Run: PHOTOS_TOKEN=... php upload.php

use GuzzleHttp\Psr7\Utils;
use Illuminate\Http\Client\Factory;

require 'vendor/autoload.php';

try {
    $photosToken = getenv('PHOTOS_TOKEN') ?: throw new Exception('PHOTOS_TOKEN is not set');
    $response = (new Factory())
        ->withToken($photosToken)
        ->attach('caption', 'Sunset at the "Blue Lagoon"')
        ->attach('visibility', 'friends')
        ->attach(
            'photo',
            Utils::tryFopen('sunset.jpg', 'r'),
            'sunset.jpg',
            ['Content-Type' => 'image/jpeg'],
        )
        ->timeout(30)
        ->post('https://photos.example.org/albums/summer-2025/photos');
    if (!$response->successful()) {
        throw new Exception("HTTP {$response->status()}: {$response->body()}");
    }
    echo $response->object()->url, "\n";
} catch (Exception $error) {
    fwrite(STDERR, "{$error->getMessage()}\n");
    exit(1);
}
