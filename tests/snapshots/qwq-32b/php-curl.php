<?php

// QwQ-32B chat completion
// Run: MKEAI_API_KEY=... php qwq-32b.php

ini_set('display_errors', 'stderr');
$mkeaiApiKey = getenv('MKEAI_API_KEY') ?: throw new RuntimeException('MKEAI_API_KEY is not set');

$curl = curl_init('https://api.mkeai.com/v1/chat/completions');
curl_setopt_array($curl, [
    CURLOPT_HTTPHEADER => [
        'Authorization: Bearer ' . $mkeaiApiKey,
        'Content-Type: application/json',
    ],
    CURLOPT_POSTFIELDS => json_encode([
        'model' => 'QwQ-32B',
        'messages' => [['role' => 'user', 'content' => '你好']],
        'stream' => false,
    ]),
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
echo json_decode($answer)->choices[0]->message->content
    ?? throw new RuntimeException("Unexpected answer: $answer"), "\n";
