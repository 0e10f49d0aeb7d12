<?php

// Search a catalogue
// Install: composer require illuminate/http guzzlehttp/guzzle
// Run: php search.php

use Illuminate\Http\Client\Factory;

require 'vendor/autoload.php';

try {
    $response = (new Factory())
        ->withHeaders(['X-Request-Id' => 'docs-0001'])
        ->timeout(30)
        ->get('https://api.example.com/v1/catalogues/books/items?q=caf%C3%A9%20%26%20cr%C3%A8me&tag=cooking&tag=french&limit=10');
    if (!$response->successful()) {
        throw new Exception("HTTP {$response->status()}: {$response->body()}");
    }
    echo $response->object()->items[0]->title, "\n";
} catch (Exception $error) {
    fwrite(STDERR, "{$error->getMessage()}\n");
    exit(1);
}
