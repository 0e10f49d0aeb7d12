<?php

// Ask a GraphQL API
// Run: CODE_TOKEN=... php graphql.php

ini_set('display_errors', 'stderr');
$codeToken = getenv('CODE_TOKEN') ?: throw new RuntimeException('CODE_TOKEN is not set');

$curl = curl_init('https://code.example.com/graphql');
curl_setopt_array($curl, [
    CURLOPT_HTTPHEADER => [
        'Authorization: Bearer ' . $codeToken,
        'Content-Type: application/json',
    ],
    CURLOPT_POSTFIELDS => json_encode([
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
    ]),
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_TIMEOUT => 30,
]);
$answer = curl_exec($curl);
if ($answer === false) {
    throw new RuntimeException(curl_error($curl));
}
$status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
if ($status >= 300) {
    $reason = curl_getinfo($curl, CURLINFO_REDIRECT_URL) ?: $answer;
    throw new RuntimeException("HTTP $status: $reason");
}
echo json_encode(
    json_decode($answer, flags: JSON_THROW_ON_ERROR)->data->repository->issues->nodes
), "\n";
