// Delete a user's key
// Run: ADMIN_USER=... ADMIN_PASSWORD=... dotnet fsi delete-basic.fsx

open System
open System.Net.Http
open System.Net.Http.Headers
open System.Text

let adminUser = Environment.GetEnvironmentVariable("ADMIN_USER")

if isNull adminUser then
    failwith "ADMIN_USER is not set"

let adminPassword = Environment.GetEnvironmentVariable("ADMIN_PASSWORD")

if isNull adminPassword then
    failwith "ADMIN_PASSWORD is not set"

let request =
    new HttpRequestMessage(
        HttpMethod.Delete,
        "https://api.example.net/v2/users/1042/keys/laptop%20%28old%29")
let credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes(adminUser + ":" + adminPassword))
request.Headers.Authorization <- AuthenticationHeaderValue("Basic", credentials)

let handler = new HttpClientHandler(AllowAutoRedirect = false)
let client = new HttpClient(handler, Timeout = TimeSpan.FromSeconds 30.0)
let response = client.Send request
let answer = response.Content.ReadAsStringAsync().Result

if not response.IsSuccessStatusCode then
    let reason = if isNull response.Headers.Location then answer else string response.Headers.Location
    failwithf "HTTP %d: %s" (int response.StatusCode) reason

Console.WriteLine answer
