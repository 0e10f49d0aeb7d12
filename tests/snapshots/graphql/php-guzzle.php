<?php

// Ask a GraphQL API
// Install: composer require guzzlehttp/guzzle
// Run: CODE_TOKEN=... php graphql.php

use GuzzleHttp\Client;

require 'vendor/autoload.php';

ini_set('display_errors', 'stderr');
$codeToken = getenv('CODE_TOKEN') ?: throw new RuntimeException('CODE_TOKEN is not set');

$response = (new Client())->request('POST', 'https://code.example.com/graphql', [
    'headers' => ['Authorization' => 'Bearer ' . $codeToken],
    'json' => [
        'query' => <<<'TEXT'
        query NewestIssues($owner: String!, $name: String!, $count: Int = 3) {
          repository(owner: $owner, name: $name) {
            issues(first: $count, states: [OPEN]) {
              nodes { number title }
            }
          }
        }

        TEXT,
        'variables' => ['owner' => 'ada', 'name' => 'engine', 'count' => 2],
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
echo json_encode(
    json_decode($answer, flags: JSON_THROW_ON_ERROR)->data->repository->issues->nodes
), "\n";
