<?php

// QwQ-32B chat completion
// Install: composer require guzzlehttp/guzzle
// Run: MKEAI_API_KEY=... php qwq-32b.php

use GuzzleHttp\Client;

require 'vendor/autoload.php';

ini_set('display_errors', 'stderr');
$mkeaiApiKey = getenv('MKEAI_API_KEY') ?: throw new RuntimeException('MKEAI_API_KEY is not set');

$response = (new Client())->request('POST', 'https://api.mkeai.com/v1/chat/completions', [
    'headers' => ['Authorization' => 'Bearer ' . $mkeaiApiKey],
    'json' => [
        'model' => 'QwQ-32B',
        'messages' => [['role' => 'user', 'content' => '你好']],
        'stream' => false,
    ],
    'timeout' => 30,
    'allow_redirects' => false,
    'http_errors' => false,
]);
$answer = (string) $response->getBody();
if ($response->getStatusCode() >= 300) {
    $reason = $response->getHeaderLine('Location') ?: $answer;
    throw new RuntimeException("HTTP {$response->getStatusCode()}: $reason");
}
echo json_decode($answer)->choices[0]->message->content
    ?? throw new RuntimeException("Unexpected answer: $answer"), "\n";
