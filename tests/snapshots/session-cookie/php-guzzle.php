<?php

// Read a cart with a session cookie
// Install: composer require guzzlehttp/guzzle
// Run: SHOP_SESSION=... SHOP_DEVICE=... php session-cookie.php

use GuzzleHttp\Client;

require 'vendor/autoload.php';

ini_set('display_errors', 'stderr');
$shopSession = getenv('SHOP_SESSION') ?: throw new RuntimeException('SHOP_SESSION is not set');
$shopDevice = getenv('SHOP_DEVICE') ?: throw new RuntimeException('SHOP_DEVICE is not set');

$response = (new Client())->request('GET', 'https://shop.example.com/cart?currency=EUR', [
    'headers' => [
        'Cookie' => 'session='
            . $shopSession
            . '; device='
            . $shopDevice
            . '; prefs=currency=EUR+tax/incl==',
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
echo json_decode($answer)->items[0]->sku
    ?? throw new RuntimeException("Unexpected answer: $answer"), "\n";
