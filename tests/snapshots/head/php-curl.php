<?php

// Look at a download before fetching it
// Run: php head.php

ini_set('display_errors', 'stderr');

$curl = curl_init('https://downloads.example.net/releases/2.10/engine.tar.gz');
curl_setopt_array($curl, [
    CURLOPT_NOBODY => true,
    CURLOPT_HEADER => true,
    CURLOPT_HTTPHEADER => [
        'Accept: application/gzip',
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
echo $answer;
