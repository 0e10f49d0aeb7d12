<?php

// Ask a GraphQL API
// Install: composer require guzzlehttp/guzzle
// Run: CODE_TOKEN=... php graphql.php

use GuzzleHttp\Client;

require 'vendor/autoload.php';

try {
    $codeToken = getenv('CODE_TOKEN') ?: throw new Exception('CODE_TOKEN is not set');
    $response = (new Client())->post('https://code.example.com/graphql', [
        'headers' => ['Authorization' => "Bearer $codeToken"],
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
        'http_errors' => false,
    ]);
    $status = $response->getStatusCode();
    if ($status >= 300) {
        throw new Exception("HTTP $status: {$response->getBody()}");
    }
    echo json_encode(json_decode($response->getBody())->data->repository->issues->nodes), "\n";
} catch (Exception $error) {
    fwrite(STDERR, "{$error->getMessage()}\n");
    exit(1);
}
