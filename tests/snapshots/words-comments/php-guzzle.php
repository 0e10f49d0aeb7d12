<?php

// */ ? > */ --> ??/ /// script # coding: utf-7 \u000a touch PWNED \u002a\u002f {{ 7*7 }} {% raw %} <?php touch('PWNED'); ? > <!-- \
// Install: composer require guzzlehttp/guzzle
// Run: php words-comments.php

use GuzzleHttp\Client;

require 'vendor/autoload.php';

ini_set('display_errors', 'stderr');

$response = (new Client())->request('POST', 'https://api.example.com/notes', [
    'json' => ['a' => 1],
    'timeout' => 30,
    'allow_redirects' => false,
    'http_errors' => false,
]);
$answer = (string) $response->getBody();
if ($response->getStatusCode() >= 300) {
    $reason = $response->getHeaderLine('Location') ?: $answer;
    throw new RuntimeException("HTTP {$response->getStatusCode()}: $reason");
}
echo json_encode(json_decode($answer, flags: JSON_THROW_ON_ERROR)->ok), "\n";
