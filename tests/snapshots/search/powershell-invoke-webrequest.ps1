# Search a catalogue
# Run: pwsh search.ps1

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

$request = @{
    Method = 'Get'
    Uri = 'https://api.example.com/v1/catalogues/books/items?q=caf%C3%A9%20%26%20cr%C3%A8me&tag=cooking&tag=french&limit=10'
    Headers = @{
        'X-Request-Id' = 'docs-0001'
    }
    ConnectionTimeoutSeconds = 30
    OperationTimeoutSeconds = 30
}
$response = Invoke-WebRequest @request

($response.Content | ConvertFrom-Json).items[0].title
