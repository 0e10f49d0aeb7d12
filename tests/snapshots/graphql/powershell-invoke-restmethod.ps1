# Ask a GraphQL API
# Run: CODE_TOKEN=... pwsh graphql.ps1

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

if (-not $env:CODE_TOKEN) { throw 'CODE_TOKEN is not set' }

$body = @'
{
  "query": "query NewestIssues($owner: String!, $name: String!, $count: Int = 3) {\n  repository(owner: $owner, name: $name) {\n    issues(first: $count, states: [OPEN]) {\n      nodes { number title }\n    }\n  }\n}\n",
  "variables": {"owner": "ada", "name": "engine", "count": 2}
}
'@
$request = @{
    Method = 'Post'
    Uri = 'https://code.example.com/graphql'
    Headers = @{
        'Authorization' = "Bearer $env:CODE_TOKEN"
    }
    ContentType = 'application/json'
    Body = $body
    MaximumRedirection = 0
    ConnectionTimeoutSeconds = 30
    OperationTimeoutSeconds = 30
}
$answer = Invoke-RestMethod @request

ConvertTo-Json -InputObject $answer.data.repository.issues.nodes -Depth 100
