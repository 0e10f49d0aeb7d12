<?php

// Ask a GraphQL API
// Run: CODE_TOKEN=... php graphql.php

$codeToken = getenv('CODE_TOKEN') ?: fwrite(STDERR, "CODE_TOKEN is not set\n") && exit(1);

$curl = curl_init('https://code.example.com/graphql');
curl_setopt_array($curl, [
    CURLOPT_HTTPHEADER => ["Authorization: Bearer $codeToken", 'Content-Type: application/json'],
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
$status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
if (curl_errno($curl) || $status >= 300) {
    $reason = curl_error($curl) ?: curl_getinfo($curl, CURLINFO_REDIRECT_URL) ?: $answer;
    fwrite(STDERR, "HTTP $status: $reason\n");
    exit(1);
}
echo json_encode(json_decode($answer)->data->repository->issues->nodes), "\n";
