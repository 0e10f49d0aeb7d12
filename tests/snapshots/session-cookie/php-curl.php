<?php

// Read a cart with a session cookie
// Run: SHOP_SESSION=... SHOP_DEVICE=... php session-cookie.php

ini_set('display_errors', 'stderr');
$shopSession = getenv('SHOP_SESSION') ?: throw new RuntimeException('SHOP_SESSION is not set');
$shopDevice = getenv('SHOP_DEVICE') ?: throw new RuntimeException('SHOP_DEVICE is not set');

$curl = curl_init('https://shop.example.com/cart?currency=EUR');
curl_setopt_array($curl, [
    CURLOPT_HTTPHEADER => [
        'Cookie: session='
            . $shopSession
            . '; device='
            . $shopDevice
            . '; prefs=currency=EUR+tax/incl==',
    ],
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_TIMEOUT => 30,
]);
$answer = curl_exec($curl);
if ($answer === false) {
    throw new RuntimeException(curl_error($curl));
}
$status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
if ($status >= 300) {
    $reason = curl_getinfo($curl, CURLINFO_REDIRECT_URL) ?: $answer;
    throw new RuntimeException("HTTP $status: $reason");
}
echo json_decode($answer)->items[0]->sku
    ?? throw new RuntimeException("Unexpected answer: $answer"), "\n";
