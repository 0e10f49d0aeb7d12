<?php

// Search a catalogue
// Run: php search.php

$query = preg_replace('/%5B\d+%5D=/', '=', http_build_query([
    'q' => 'café & crème',
    'tag' => ['cooking', 'french'],
    'limit' => 10,
]));
$curl = curl_init('https://api.example.com/v1/catalogues/books/items?' . $query);
curl_setopt_array($curl, [
    CURLOPT_HTTPHEADER => ['X-Request-Id: docs-0001'],
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
echo json_decode($answer)->items[0]->title, "\n";
