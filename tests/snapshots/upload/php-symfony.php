<?php

// Upload a photo
// Install: composer require symfony/http-client symfony/mime
// Run: PHOTOS_TOKEN=... php upload.php

use Symfony\Component\HttpClient\HttpClient;
use Symfony\Component\Mime\Part\DataPart;
use Symfony\Component\Mime\Part\Multipart\FormDataPart;

require 'vendor/autoload.php';

try {
    $photosToken = getenv('PHOTOS_TOKEN') ?: throw new Exception('PHOTOS_TOKEN is not set');
    $form = new FormDataPart([
        'caption' => 'Sunset at the "Blue Lagoon"',
        'visibility' => 'friends',
        'photo' => DataPart::fromPath('sunset.jpg', 'sunset.jpg', 'image/jpeg'),
    ]);
    $response = HttpClient::create()->request('POST', 'https://photos.example.org/albums/summer-2025/photos', [
        'headers' => [
            'Authorization' => "Bearer $photosToken",
            ...$form->getPreparedHeaders()->toArray(),
        ],
        'body' => $form->bodyToString(),
        'timeout' => 30,
    ]);
    $status = $response->getStatusCode();
    if ($status >= 300) {
        throw new Exception("HTTP $status: {$response->getContent(false)}");
    }
    echo json_decode($response->getContent())->url, "\n";
} catch (Exception $error) {
    fwrite(STDERR, "{$error->getMessage()}\n");
    exit(1);
}
