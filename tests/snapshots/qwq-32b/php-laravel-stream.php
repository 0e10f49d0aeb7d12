<?php

// QwQ-32B chat completion
// Install: composer require illuminate/http guzzlehttp/guzzle
// Run: MKEAI_API_KEY=... php qwq-32b-stream.php

use GuzzleHttp\Psr7\Utils;
use Illuminate\Http\Client\Factory;

require 'vendor/autoload.php';

$data = $other = '';
try {
    $mkeaiApiKey = getenv('MKEAI_API_KEY') ?: throw new Exception('MKEAI_API_KEY is not set');
    $response = (new Factory())
        ->withToken($mkeaiApiKey)
        ->withOptions(['stream' => true])
        ->timeout(120)
        ->post('https://api.mkeai.com/v1/chat/completions', [
            'model' => 'QwQ-32B',
            'messages' => [['role' => 'user', 'content' => '你好']],
            'stream' => true,
        ]);
    $stream = $response->toPsrResponse()->getBody();
    while ($data !== '[DONE]' && ($line = Utils::readLine($stream)) !== '') {
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
        $reason = "HTTP {$response->status()}: $data$other";
        throw new Exception('The stream ended unexpectedly. ' . $reason);
    }
    echo "\n";
} catch (Exception $error) {
    fwrite(STDERR, "{$error->getMessage()}\n");
    exit(1);
}
