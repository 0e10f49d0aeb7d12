<?php

// */ ? > */ --> ??/ /// script # coding: utf-7 \u000a touch PWNED \u002a\u002f {{ 7*7 }} {% raw %} <?php touch('PWNED'); ? > <!-- \
// Install: composer require guzzlehttp/guzzle
// Run: php words-comments.php

use GuzzleHttp\Client;

require 'vendor/autoload.php';

try {
    $response = (new Client())->post('https://api.example.com/notes', [
        'json' => ['a' => 1],
        'timeout' => 30,
        'http_errors' => false,
    ]);
    $status = $response->getStatusCode();
    if ($status >= 300) {
        throw new Exception("HTTP $status: {$response->getBody()}");
    }
    echo json_encode(json_decode($response->getBody())->ok), "\n";
} catch (Exception $error) {
    fwrite(STDERR, "{$error->getMessage()}\n");
    exit(1);
}
