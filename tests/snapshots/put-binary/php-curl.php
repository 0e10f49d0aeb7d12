<?php

// Replace an avatar
// Run: FILES_API_KEY=... php put-binary.php

ini_set('display_errors', 'stderr');
$filesApiKey = getenv('FILES_API_KEY') ?: throw new RuntimeException('FILES_API_KEY is not set');

$curl = curl_init('https://files.example.org/avatars/ada');
curl_setopt_array($curl, [
    CURLOPT_CUSTOMREQUEST => 'PUT',
    CURLOPT_HTTPHEADER => [
        'X-Api-Key: ' . $filesApiKey,
        'Content-Type: image/png',
    ],
    CURLOPT_POSTFIELDS => file_get_contents('avatar.png')
        ?: throw new RuntimeException('avatar.png cannot be read'),
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
echo json_encode(json_decode($answer, flags: JSON_THROW_ON_ERROR)->bytes), "\n";
