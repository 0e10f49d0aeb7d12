<?php

// QwQ-32B chat completion
// Install: composer require symfony/http-client symfony/mime
// Run: MKEAI_API_KEY=... php qwq-32b.php

use Symfony\Component\HttpClient\HttpClient;

require 'vendor/autoload.php';

try {
    $mkeaiApiKey = getenv('MKEAI_API_KEY') ?: throw new Exception('MKEAI_API_KEY is not set');
    $response = HttpClient::create()->request('POST', 'https://api.mkeai.com/v1/chat/completions', [
        'headers' => ['Authorization' => "Bearer $mkeaiApiKey"],
        'json' => [
            'model' => 'QwQ-32B',
            'messages' => [['role' => 'user', 'content' => '你好']],
            'stream' => false,
        ],
        'timeout' => 120,
    ]);
    $status = $response->getStatusCode();
    if ($status >= 300) {
        throw new Exception("HTTP $status: {$response->getContent(false)}");
    }
    echo json_decode($response->getContent())->choices[0]->message->content, "\n";
} catch (Exception $error) {
    fwrite(STDERR, "{$error->getMessage()}\n");
    exit(1);
}
