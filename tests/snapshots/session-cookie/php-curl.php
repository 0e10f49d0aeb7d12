<?php

// Read a cart with a session cookie
// Run: SHOP_SESSION=... SHOP_DEVICE=... php session-cookie.php

$shopSession = getenv('SHOP_SESSION') ?: fwrite(STDERR, "SHOP_SESSION is not set\n") && exit(1);
$shopDevice = getenv('SHOP_DEVICE') ?: fwrite(STDERR, "SHOP_DEVICE is not set\n") && exit(1);

$query = http_build_query(['currency' => 'EUR']);
$curl = curl_init('https://shop.example.com/cart?' . $query);
curl_setopt_array($curl, [
    CURLOPT_HTTPHEADER => [
        "Cookie: session=$shopSession; device=$shopDevice; prefs=currency=EUR+tax/incl==",
    ],
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_TIMEOUT => 30,
]);
$answer = curl_exec($curl);
$status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
if (curl_errno($curl) || $status >= 300) {
    $reason = curl_error($curl) ?: curl_getinfo($curl, CURLINFO_REDIRECT_URL) ?: $answer;
    fwrite(STDERR, "HTTP $status: $reason\n");
    exit(1);
}
echo json_decode($answer)->items[0]->sku, "\n";
