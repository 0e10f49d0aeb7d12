# """; import os; os.system('touch PWNED'); """ ''' "; touch PWNED; " '; touch PWNED; ' $(touch PWNED) `touch PWNED` #{system('touch PWNED')} ${x} %s %n \"""
# Run: pwsh words-quotes.ps1

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

$request = @{
    Method = 'Get'
    Uri = 'https://api.example.com/notes'
    ConnectionTimeoutSeconds = 30
    OperationTimeoutSeconds = 30
}
$answer = Invoke-RestMethod @request

ConvertTo-Json -InputObject $answer.ok -Depth 100
