<?php

// Replace an avatar
// Run: FILES_API_KEY=... php put-binary.php

$filesApiKey = getenv('FILES_API_KEY') ?: fwrite(STDERR, "FILES_API_KEY is not set\n") && exit(1);

$body = file_get_contents('avatar.png');
if ($body === false) {
    exit(1);
}
$curl = curl_init('https://files.example.org/avatars/ada');
curl_setopt_array($curl, [
    CURLOPT_CUSTOMREQUEST => 'PUT',
    CURLOPT_HTTPHEADER => ["X-Api-Key: $filesApiKey", 'Content-Type: image/png'],
    CURLOPT_POSTFIELDS => $body,
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
echo json_encode(json_decode($answer)->bytes), "\n";
