# Look at a download before fetching it
# Run: pwsh head.ps1

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

$request = @{
    Method = 'Head'
    Uri = 'https://downloads.example.net/releases/2.10/engine.tar.gz'
    Headers = @{
        'Accept' = 'application/gzip'
    }
    ConnectionTimeoutSeconds = 30
    OperationTimeoutSeconds = 30
}
$response = Invoke-WebRequest @request

foreach ($name in $response.Headers.Keys) {
    "${name}: $($response.Headers[$name])"
}
