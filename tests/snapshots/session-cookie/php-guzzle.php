<?php

// Read a cart with a session cookie
// Install: composer require guzzlehttp/guzzle
// Run: SHOP_SESSION=... SHOP_DEVICE=... php session-cookie.php

use GuzzleHttp\Client;

require 'vendor/autoload.php';

try {
    $shopSession = getenv('SHOP_SESSION') ?: throw new Exception('SHOP_SESSION is not set');
    $shopDevice = getenv('SHOP_DEVICE') ?: throw new Exception('SHOP_DEVICE is not set');
    $response = (new Client())->get('https://shop.example.com/cart', [
        'query' => ['currency' => 'EUR'],
        'headers' => [
            'Cookie' => "session=$shopSession; device=$shopDevice; prefs=currency=EUR+tax/incl==",
        ],
        'timeout' => 30,
        'http_errors' => false,
    ]);
    $status = $response->getStatusCode();
    if ($status >= 300) {
        throw new Exception("HTTP $status: {$response->getBody()}");
    }
    echo json_decode($response->getBody())->items[0]->sku, "\n";
} catch (Exception $error) {
    fwrite(STDERR, "{$error->getMessage()}\n");
    exit(1);
}
