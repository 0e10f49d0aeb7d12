// Log in with a form
// Run: ACCOUNT_PASSWORD=... dotnet fsi login-form.fsx

open System
open System.Collections.Generic
open System.Net.Http
open System.Text.Json.Nodes

let accountPassword = Environment.GetEnvironmentVariable("ACCOUNT_PASSWORD")

if isNull accountPassword then
    failwith "ACCOUNT_PASSWORD is not set"

let request = new HttpRequestMessage(HttpMethod.Post, "https://accounts.example.com/login")
request.Content <-
    new FormUrlEncodedContent(
        [ KeyValuePair("username", "ada@example.com")
          KeyValuePair("password", accountPassword)
          KeyValuePair("scope", "profile")
          KeyValuePair("scope", "orders")
          KeyValuePair("device", "") ])

let handler = new HttpClientHandler(AllowAutoRedirect = false)
let client = new HttpClient(handler, Timeout = TimeSpan.FromSeconds 30.0)
let response = client.Send request
let answer = response.Content.ReadAsStringAsync().Result

if not response.IsSuccessStatusCode then
    let reason = if isNull response.Headers.Location then answer else string response.Headers.Location
    failwithf "HTTP %d: %s" (int response.StatusCode) reason

Console.WriteLine(JsonNode.Parse(answer).["session"].["id"].GetValue<string>())
