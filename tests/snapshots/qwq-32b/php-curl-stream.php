<?php

// QwQ-32B chat completion
// Run: MKEAI_API_KEY=... php qwq-32b-stream.php

ini_set('display_errors', 'stderr');
$mkeaiApiKey = getenv('MKEAI_API_KEY') ?: throw new RuntimeException('MKEAI_API_KEY is not set');

$error = '';
$done = false;
$read = function ($curl, $chunk) use (&$error, &$done) {
    static $rest = '', $data = [];
    if (curl_getinfo($curl, CURLINFO_RESPONSE_CODE) >= 300) {
        $error .= $chunk;
        return strlen($chunk);
    }
    $lines = preg_split('/\r\n|\n|\r(?!\z)/', $rest . $chunk);
    $rest = array_pop($lines);
    foreach ($lines as $line) {
        if (preg_match('/^(?:\xEF\xBB\xBF)?data(?:: ?(.*))?$/s', $line, $match)) {
            $data[] = $match[1] ?? '';
        } elseif ($line === '' && $data) {
            $event = implode("\n", $data);
            $data = [];
            if ($event === '[DONE]') {
                $done = true;
                break;
            }
            echo json_decode($event)->choices[0]->delta->content ?? '';
        }
    }
    return strlen($chunk);
};

$curl = curl_init('https://api.mkeai.com/v1/chat/completions');
curl_setopt_array($curl, [
    CURLOPT_HTTPHEADER => [
        'Authorization: Bearer ' . $mkeaiApiKey,
        'Content-Type: application/json',
    ],
    CURLOPT_POSTFIELDS => json_encode([
        'model' => 'QwQ-32B',
        'messages' => [['role' => 'user', 'content' => '你好']],
        'stream' => true,
    ]),
    CURLOPT_LOW_SPEED_LIMIT => 1,
    CURLOPT_LOW_SPEED_TIME => 30,
    CURLOPT_WRITEFUNCTION => $read,
]);
if (!curl_exec($curl)) {
    throw new RuntimeException(curl_error($curl));
}
$status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
if ($status >= 300) {
    $reason = curl_getinfo($curl, CURLINFO_REDIRECT_URL) ?: $error;
    throw new RuntimeException("HTTP $status: $reason");
}
if (!$done) {
    throw new RuntimeException('The stream ended unexpectedly');
}
echo "\n";
