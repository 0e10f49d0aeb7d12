<?php

// Search a catalogue
// Run: php search.php

ini_set('display_errors', 'stderr');

$curl = curl_init('https://api.example.com/v1/catalogues/books/items?q=caf%C3%A9%20%26%20cr%C3%A8me&tag=cooking&tag=french&limit=10');
curl_setopt_array($curl, [
    CURLOPT_HTTPHEADER => [
        'X-Request-Id: docs-0001',
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
echo json_decode($answer)->items[0]->title
    ?? throw new RuntimeException("Unexpected answer: $answer"), "\n";
