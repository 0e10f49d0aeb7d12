<?php

// QwQ-32B chat completion
// Install: composer require guzzlehttp/guzzle
// Run: MKEAI_API_KEY=... php qwq-32b-stream.php

use GuzzleHttp\Client;

require 'vendor/autoload.php';

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

$response = (new Client())->request('POST', 'https://api.mkeai.com/v1/chat/completions', [
    'headers' => ['Authorization' => 'Bearer ' . $mkeaiApiKey],
    'json' => [
        'model' => 'QwQ-32B',
        'messages' => [['role' => 'user', 'content' => '你好']],
        'stream' => true,
    ],
    'curl' => [
        CURLOPT_LOW_SPEED_LIMIT => 1,
        CURLOPT_LOW_SPEED_TIME => 30,
        CURLOPT_WRITEFUNCTION => $read,
    ],
    'allow_redirects' => false,
    'http_errors' => false,
]);
if ($response->getStatusCode() >= 300) {
    $reason = $response->getHeaderLine('Location') ?: $error;
    throw new RuntimeException("HTTP {$response->getStatusCode()}: $reason");
}
if (!$done) {
    throw new RuntimeException('The stream ended unexpectedly');
}
echo "\n";
