# Delete a user's key
# Run: ADMIN_USER=... ADMIN_PASSWORD=... pwsh delete-basic.ps1

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

if (-not $env:ADMIN_USER) { throw 'ADMIN_USER is not set' }
if (-not $env:ADMIN_PASSWORD) { throw 'ADMIN_PASSWORD is not set' }

$account = [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($env:ADMIN_USER + ':' + $env:ADMIN_PASSWORD))
$request = @{
    Method = 'Delete'
    Uri = 'https://api.example.net/v2/users/1042/keys/laptop%20%28old%29'
    Headers = @{
        'Authorization' = "Basic $account"
    }
    MaximumRedirection = 0
    ConnectionTimeoutSeconds = 30
    OperationTimeoutSeconds = 30
}
$response = Invoke-WebRequest @request

$response.Content
