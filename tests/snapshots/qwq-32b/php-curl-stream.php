<?php

// QwQ-32B chat completion
// Run: MKEAI_API_KEY=... php qwq-32b-stream.php

$mkeaiApiKey = getenv('MKEAI_API_KEY') ?: fwrite(STDERR, "MKEAI_API_KEY is not set\n") && exit(1);

$rest = $data = '';
$curl = curl_init('https://api.mkeai.com/v1/chat/completions');
curl_setopt_array($curl, [
    CURLOPT_HTTPHEADER => ["Authorization: Bearer $mkeaiApiKey", 'Content-Type: application/json'],
    CURLOPT_POSTFIELDS => json_encode([
        'model' => 'QwQ-32B',
        'messages' => [['role' => 'user', 'content' => '你好']],
        'stream' => true,
    ]),
    CURLOPT_LOW_SPEED_LIMIT => 1,
    CURLOPT_LOW_SPEED_TIME => 120,
    CURLOPT_WRITEFUNCTION => function ($curl, $chunk) use (&$rest, &$data) {
        $rest .= $chunk;
        preg_match_all('/^\s*data: ?([^\r\n]*)\r?\n/m', $rest, $events, PREG_SET_ORDER);
        foreach ($events as [$line, $data]) {
            $rest = str_replace($line, '', $rest);
            $event = json_decode($data);
            fwrite(STDERR, $event->choices[0]->delta->reasoning_content ?? '');
            echo $event->choices[0]->delta->content ?? '';
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
