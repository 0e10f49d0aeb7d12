<?php

// */ ? > */ --> ??/ /// script # coding: utf-7 \u000a touch PWNED \u002a\u002f {{ 7*7 }} {% raw %} <?php touch('PWNED'); ? > <!-- \
// Run: php words-comments.php

ini_set('display_errors', 'stderr');

$curl = curl_init('https://api.example.com/notes');
curl_setopt_array($curl, [
    CURLOPT_HTTPHEADER => [
        'Content-Type: application/json',
    ],
    CURLOPT_POSTFIELDS => json_encode(['a' => 1]),
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
echo json_encode(json_decode($answer, flags: JSON_THROW_ON_ERROR)->ok), "\n";
