<?php

// QwQ-32B chat completion
// Install: composer require symfony/http-client symfony/mime
// Run: MKEAI_API_KEY=... php qwq-32b-stream.php

use Symfony\Component\HttpClient\HttpClient;

require 'vendor/autoload.php';

try {
    $mkeaiApiKey = getenv('MKEAI_API_KEY') ?: throw new Exception('MKEAI_API_KEY is not set');
    $client = HttpClient::create();
    $response = $client->request('POST', 'https://api.mkeai.com/v1/chat/completions', [
        'headers' => ['Authorization' => "Bearer $mkeaiApiKey"],
        'json' => [
            'model' => 'QwQ-32B',
            'messages' => [['role' => 'user', 'content' => '你好']],
            'stream' => true,
        ],
        'timeout' => 120,
    ]);
    $status = $response->getStatusCode();
    if ($status >= 300) {
        throw new Exception("HTTP $status: {$response->getContent(false)}");
    }
    $data = $other = $rest = '';
    foreach ($client->stream($response) as $chunk) {
        $lines = preg_split('/\r?\n/', $rest . $chunk->getContent());
        $rest = array_pop($lines);
        foreach ($lines as $line) {
            if (preg_match('/^data: ?(.*)/', $line, $match)) {
                $data = $match[1];
                $event = json_decode($data);
                fwrite(STDERR, $event->choices[0]->delta->reasoning_content ?? '');
                echo $event->choices[0]->delta->content ?? '';
            } else {
                $other .= $line;
            }
        }
    }
    if ($data !== '[DONE]') {
        $reason = "HTTP $status: $data$other$rest";
        throw new Exception('The stream ended unexpectedly. ' . $reason);
    }
    echo "\n";
} catch (Exception $error) {
    fwrite(STDERR, "{$error->getMessage()}\n");
    exit(1);
}
