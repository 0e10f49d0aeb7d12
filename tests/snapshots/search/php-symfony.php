<?php

// Search a catalogue
// Install: composer require symfony/http-client symfony/mime
// Run: php search.php

use Symfony\Component\HttpClient\HttpClient;

require 'vendor/autoload.php';

try {
    $response = HttpClient::create()->request('GET', 'https://api.example.com/v1/catalogues/books/items?q=caf%C3%A9%20%26%20cr%C3%A8me&tag=cooking&tag=french&limit=10', [
        'headers' => ['X-Request-Id' => 'docs-0001'],
        'timeout' => 30,
    ]);
    $status = $response->getStatusCode();
    if ($status >= 300) {
        throw new Exception("HTTP $status: {$response->getContent(false)}");
    }
    echo json_decode($response->getContent())->items[0]->title, "\n";
} catch (Exception $error) {
    fwrite(STDERR, "{$error->getMessage()}\n");
    exit(1);
}
