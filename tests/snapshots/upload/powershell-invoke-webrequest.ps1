# Upload a photo
# Run: PHOTOS_TOKEN=... pwsh upload.ps1

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

if (-not $env:PHOTOS_TOKEN) { throw 'PHOTOS_TOKEN is not set' }

$form = [System.Net.Http.MultipartFormDataContent]::new()
$form.Add([System.Net.Http.StringContent]::new('Sunset at the "Blue Lagoon"'), 'caption')
$form.Add([System.Net.Http.StringContent]::new('friends'), 'visibility')
$file = [System.Net.Http.StreamContent]::new((Get-Item -LiteralPath 'sunset.jpg').OpenRead())
$file.Headers.ContentType = [System.Net.Http.Headers.MediaTypeHeaderValue]::Parse('image/jpeg')
$form.Add($file, 'photo', 'sunset.jpg')
$request = @{
    Method = 'Post'
    Uri = 'https://photos.example.org/albums/summer-2025/photos'
    Headers = @{
        'Authorization' = "Bearer $env:PHOTOS_TOKEN"
    }
    Body = $form
    MaximumRedirection = 0
    ConnectionTimeoutSeconds = 30
    OperationTimeoutSeconds = 30
}
$response = Invoke-WebRequest @request

($response.Content | ConvertFrom-Json).url
