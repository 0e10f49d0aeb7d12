<?php

// */ ? > */ --> ??/ /// script # coding: utf-7 \u000a touch PWNED \u002a\u002f {{ 7*7 }} {% raw %} <?php touch('PWNED'); ? > <!-- \
// Run: php words-comments.php

$curl = curl_init('https://api.example.com/notes');
curl_setopt_array($curl, [
    CURLOPT_HTTPHEADER => ['Content-Type: application/json'],
    CURLOPT_POSTFIELDS => json_encode(['a' => 1]),
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
echo json_encode(json_decode($answer)->ok), "\n";
