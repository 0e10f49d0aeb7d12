<?php

// Ask a private model, with a user name that is no secret
// Install: composer require guzzlehttp/guzzle
// Run: MODEL_PASSWORD=... php digest-json-stream.php

use GuzzleHttp\Client;

require 'vendor/autoload.php';

$rest = $data = '';
try {
    $modelPassword = getenv('MODEL_PASSWORD') ?: throw new Exception('MODEL_PASSWORD is not set');
    $response = (new Client())->post('https://model.example.com/v1/chat', [
        'auth' => ['admin', $modelPassword, 'digest'],
        'json' => ['prompt' => 'Say “hello”', 'stream' => true],
        'allow_redirects' => false,
        'curl' => [
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
        ],
        'http_errors' => false,
    ]);
    $status = $response->getStatusCode();
    if ($status >= 300 || $data !== '[DONE]') {
        $reason = $response->getHeaderLine('Location') ?: $data . $rest;
        throw new Exception("HTTP $status: $reason");
    }
    echo "\n";
} catch (Exception $error) {
    fwrite(STDERR, "{$error->getMessage()}\n");
    exit(1);
}
