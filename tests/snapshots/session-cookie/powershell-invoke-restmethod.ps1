# Read a cart with a session cookie
# Run: SHOP_SESSION=... SHOP_DEVICE=... pwsh session-cookie.ps1

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

if (-not $env:SHOP_SESSION) { throw 'SHOP_SESSION is not set' }
if (-not $env:SHOP_DEVICE) { throw 'SHOP_DEVICE is not set' }

$request = @{
    Method = 'Get'
    Uri = 'https://shop.example.com/cart?currency=EUR'
    Headers = @{
        'Cookie' = "session=$env:SHOP_SESSION; device=$env:SHOP_DEVICE; prefs=currency=EUR+tax/incl=="
    }
    MaximumRedirection = 0
    ConnectionTimeoutSeconds = 30
    OperationTimeoutSeconds = 30
}
$answer = Invoke-RestMethod @request

$answer.items[0].sku
