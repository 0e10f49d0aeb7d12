# Replace an avatar
# Run: FILES_API_KEY=... pwsh put-binary.ps1

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

if (-not $env:FILES_API_KEY) { throw 'FILES_API_KEY is not set' }

$request = @{
    Method = 'Put'
    Uri = 'https://files.example.org/avatars/ada'
    Headers = @{
        'X-Api-Key' = $env:FILES_API_KEY
    }
    ContentType = 'image/png'
    InFile = 'avatar.png'
    MaximumRedirection = 0
    ConnectionTimeoutSeconds = 30
    OperationTimeoutSeconds = 30
}
$answer = Invoke-RestMethod @request

ConvertTo-Json -InputObject $answer.bytes -Depth 100
