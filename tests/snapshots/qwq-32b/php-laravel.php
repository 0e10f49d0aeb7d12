<?php

// QwQ-32B chat completion
// Install: composer require illuminate/http guzzlehttp/guzzle
// Run: MKEAI_API_KEY=... php qwq-32b.php

use Illuminate\Http\Client\Factory;

require 'vendor/autoload.php';

try {
    $mkeaiApiKey = getenv('MKEAI_API_KEY') ?: throw new Exception('MKEAI_API_KEY is not set');
    $response = (new Factory())
        ->withToken($mkeaiApiKey)
        ->timeout(120)
        ->post('https://api.mkeai.com/v1/chat/completions', [
            'model' => 'QwQ-32B',
            'messages' => [['role' => 'user', 'content' => '你好']],
            'stream' => false,
        ]);
    if (!$response->successful()) {
        throw new Exception("HTTP {$response->status()}: {$response->body()}");
    }
    echo $response->object()->choices[0]->message->content, "\n";
} catch (Exception $error) {
    fwrite(STDERR, "{$error->getMessage()}\n");
    exit(1);
}
