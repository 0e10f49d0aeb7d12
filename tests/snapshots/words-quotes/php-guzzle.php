<?php

// """; import os; os.system('touch PWNED'); """ ''' "; touch PWNED; " '; touch PWNED; ' $(touch PWNED) `touch PWNED` #{system('touch PWNED')} ${x} %s %n \"""
// Install: composer require guzzlehttp/guzzle
// Run: php words-quotes.php

use GuzzleHttp\Client;

require 'vendor/autoload.php';

try {
    $response = (new Client())->get('https://api.example.com/notes', [
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
