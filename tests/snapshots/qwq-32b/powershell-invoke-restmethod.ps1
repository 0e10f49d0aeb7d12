# QwQ-32B chat completion
# Run: MKEAI_API_KEY=... pwsh qwq-32b.ps1

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

if (-not $env:MKEAI_API_KEY) { throw 'MKEAI_API_KEY is not set' }

$body = @'
{
  "model": "QwQ-32B",
  "messages": [{"role": "user", "content": "你好"}],
  "stream": false
}
'@
$request = @{
    Method = 'Post'
    Uri = 'https://api.mkeai.com/v1/chat/completions'
    Headers = @{
        'Authorization' = "Bearer $env:MKEAI_API_KEY"
    }
    ContentType = 'application/json'
    Body = $body
    MaximumRedirection = 0
    ConnectionTimeoutSeconds = 120
    OperationTimeoutSeconds = 120
}
$answer = Invoke-RestMethod @request

$answer.choices[0].message.content
