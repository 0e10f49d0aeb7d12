// Replace an avatar
// Run: FILES_API_KEY=... dotnet fsi put-binary.fsx

open System
open System.IO
open System.Net.Http
open System.Net.Http.Headers
open System.Text.Json.Nodes

let filesApiKey = Environment.GetEnvironmentVariable("FILES_API_KEY")

if isNull filesApiKey then
    failwith "FILES_API_KEY is not set"

let request = new HttpRequestMessage(HttpMethod.Put, "https://files.example.org/avatars/ada")
request.Headers.Add("X-Api-Key", filesApiKey)
request.Content <- new StreamContent(File.OpenRead("avatar.png"))
request.Content.Headers.ContentType <- MediaTypeHeaderValue("image/png")

let handler = new HttpClientHandler(AllowAutoRedirect = false)
let client = new HttpClient(handler, Timeout = TimeSpan.FromSeconds 30.0)
let response = client.Send request
let answer = response.Content.ReadAsStringAsync().Result

if not response.IsSuccessStatusCode then
    let reason = if isNull response.Headers.Location then answer else string response.Headers.Location
    failwithf "HTTP %d: %s" (int response.StatusCode) reason

Console.WriteLine(JsonNode.Parse(answer).["bytes"].ToJsonString())
