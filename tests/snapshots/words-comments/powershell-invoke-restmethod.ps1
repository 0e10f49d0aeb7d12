# */ ?> */ --> ??/ /// script # coding: utf-7 \u000a touch PWNED \u002a\u002f {{ 7*7 }} {% raw %} <?php touch('PWNED'); ?> <!-- \
# Run: pwsh words-comments.ps1

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

$body = '{"a": 1}'
$request = @{
    Method = 'Post'
    Uri = 'https://api.example.com/notes'
    ContentType = 'application/json'
    Body = $body
    ConnectionTimeoutSeconds = 30
    OperationTimeoutSeconds = 30
}
$answer = Invoke-RestMethod @request

ConvertTo-Json -InputObject $answer.ok -Depth 100
