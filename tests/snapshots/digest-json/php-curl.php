<?php

// Ask a private model, with a user name that is no secret
// Run: MODEL_PASSWORD=... php digest-json.php

$modelPassword = getenv('MODEL_PASSWORD')
    ?: fwrite(STDERR, "MODEL_PASSWORD is not set\n") && exit(1);

$curl = curl_init('https://model.example.com/v1/chat');
curl_setopt_array($curl, [
    CURLOPT_HTTPAUTH => CURLAUTH_DIGEST,
    CURLOPT_USERPWD => "admin:$modelPassword",
    CURLOPT_HTTPHEADER => ['Content-Type: application/json'],
    CURLOPT_POSTFIELDS => json_encode(['prompt' => 'Say “hello”']),
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
echo json_decode($answer)->text, "\n";
