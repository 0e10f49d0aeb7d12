<?php

// """; import os; os.system('touch PWNED'); """ ''' "; touch PWNED; " '; touch PWNED; ' $(touch PWNED) `touch PWNED` #{system('touch PWNED')} ${x} %s %n \"""
// Run: php words-quotes.php

ini_set('display_errors', 'stderr');

$curl = curl_init('https://api.example.com/notes');
curl_setopt_array($curl, [
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
