# Log in with a form
# Run: ACCOUNT_PASSWORD=... pwsh login-form.ps1

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

if (-not $env:ACCOUNT_PASSWORD) { throw 'ACCOUNT_PASSWORD is not set' }

$request = @{
    Method = 'Post'
    Uri = 'https://accounts.example.com/login'
    ContentType = 'application/x-www-form-urlencoded'
    Body = 'username=ada%40example.com&password=' +
        [uri]::EscapeDataString($env:ACCOUNT_PASSWORD) +
        '&scope=profile&scope=orders&device='
    MaximumRedirection = 0
    ConnectionTimeoutSeconds = 30
    OperationTimeoutSeconds = 30
}
$answer = Invoke-RestMethod @request

$answer.session.id
