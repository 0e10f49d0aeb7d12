<?php

// Log in with a form
// Run: ACCOUNT_PASSWORD=... php login-form.php

ini_set('display_errors', 'stderr');
$accountPassword = getenv('ACCOUNT_PASSWORD')
    ?: throw new RuntimeException('ACCOUNT_PASSWORD is not set');

$curl = curl_init('https://accounts.example.com/login');
curl_setopt_array($curl, [
    CURLOPT_POSTFIELDS => 'username=ada%40example.com&password='
        . rawurlencode($accountPassword)
        . '&scope=profile&scope=orders&device=',
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
echo json_decode($answer)->session->id
    ?? throw new RuntimeException("Unexpected answer: $answer"), "\n";
