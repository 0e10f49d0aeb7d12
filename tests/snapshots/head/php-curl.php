<?php

// Look at a download before fetching it
// Run: php head.php

$curl = curl_init('https://downloads.example.net/releases/2.10/engine.tar.gz');
curl_setopt_array($curl, [
    CURLOPT_NOBODY => true,
    CURLOPT_HEADER => true,
    CURLOPT_HTTPHEADER => ['Accept: application/gzip'],
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
echo $answer;
