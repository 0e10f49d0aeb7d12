<?php

// QwQ-32B chat completion
// Install: composer require guzzlehttp/guzzle
// Run: MKEAI_API_KEY=... php qwq-32b-stream.php

use GuzzleHttp\Client;
use GuzzleHttp\Psr7\Utils;

require 'vendor/autoload.php';

$data = $other = '';
try {
    $mkeaiApiKey = getenv('MKEAI_API_KEY') ?: throw new Exception('MKEAI_API_KEY is not set');
    $response = (new Client())->post('https://api.mkeai.com/v1/chat/completions', [
        'headers' => ['Authorization' => "Bearer $mkeaiApiKey"],
        'json' => [
            'model' => 'QwQ-32B',
            'messages' => [['role' => 'user', 'content' => '你好']],
            'stream' => true,
        ],
        'timeout' => 120,
        'stream' => true,
        'http_errors' => false,
    ]);
    while ($data !== '[DONE]' && ($line = Utils::readLine($response->getBody())) !== '') {
        if (str_starts_with($line, 'data:')) {
            $data = trim(substr($line, 5));
            $event = json_decode($data);
            fwrite(STDERR, $event->choices[0]->delta->reasoning_content ?? '');
            echo $event->choices[0]->delta->content ?? '';
        } else {
            $other .= $line;
        }
    }
    if ($data !== '[DONE]') {
        $reason = "HTTP {$response->getStatusCode()}: $data$other";
        throw new Exception('The stream ended unexpectedly. ' . $reason);
    }
    echo "\n";
} catch (Exception $error) {
    fwrite(STDERR, "{$error->getMessage()}\n");
    exit(1);
}
