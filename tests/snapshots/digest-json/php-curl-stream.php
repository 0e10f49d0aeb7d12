<?php

// Ask a private model, with a user name that is no secret
// Run: MODEL_PASSWORD=... php digest-json-stream.php

$modelPassword = getenv('MODEL_PASSWORD')
    ?: fwrite(STDERR, "MODEL_PASSWORD is not set\n") && exit(1);

$rest = $data = '';
$curl = curl_init('https://model.example.com/v1/chat');
curl_setopt_array($curl, [
    CURLOPT_HTTPAUTH => CURLAUTH_DIGEST,
    CURLOPT_USERPWD => "admin:$modelPassword",
    CURLOPT_HTTPHEADER => ['Content-Type: application/json'],
    CURLOPT_POSTFIELDS => json_encode(['prompt' => 'Say “hello”', 'stream' => true]),
    CURLOPT_LOW_SPEED_LIMIT => 1,
    CURLOPT_LOW_SPEED_TIME => 120,
    CURLOPT_WRITEFUNCTION => function ($curl, $chunk) use (&$rest, &$data) {
        $rest .= $chunk;
        preg_match_all('/^\s*data: ?([^\r\n]*)\r?\n/m', $rest, $events, PREG_SET_ORDER);
        foreach ($events as [$line, $data]) {
            $rest = str_replace($line, '', $rest);
            echo json_decode($data)->text ?? '';
        }
        return strlen($chunk);
    },
]);
curl_exec($curl);
if ($data !== '[DONE]') {
    $reason = curl_error($curl) ?: curl_getinfo($curl, CURLINFO_REDIRECT_URL) ?: $data . $rest;
    $status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
    fprintf(STDERR, "The stream ended unexpectedly. HTTP %d: %s\n", $status, $reason);
    exit(1);
}
echo "\n";
