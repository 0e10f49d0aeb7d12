<?php

// Search a catalogue
// Install: composer require guzzlehttp/guzzle
// Run: php search.php

use GuzzleHttp\Client;
use GuzzleHttp\Psr7\Query;

require 'vendor/autoload.php';

try {
    $response = (new Client())->get('https://api.example.com/v1/catalogues/books/items', [
        'query' => Query::build([
            'q' => 'café & crème',
            'tag' => ['cooking', 'french'],
            'limit' => 10,
        ]),
        'headers' => ['X-Request-Id' => 'docs-0001'],
        'timeout' => 30,
        'http_errors' => false,
    ]);
    $status = $response->getStatusCode();
    if ($status >= 300) {
        throw new Exception("HTTP $status: {$response->getBody()}");
    }
    echo json_decode($response->getBody())->items[0]->title, "\n";
} catch (Exception $error) {
    fwrite(STDERR, "{$error->getMessage()}\n");
    exit(1);
}
