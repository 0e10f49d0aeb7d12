// Ask a private model, with a user name that is no secret
// Run: MODEL_PASSWORD=... dotnet fsi digest-json.fsx

open System
open System.Net
open System.Net.Http
open System.Net.Http.Headers
open System.Text.Json.Nodes

let modelPassword = Environment.GetEnvironmentVariable("MODEL_PASSWORD")

if isNull modelPassword then
    failwith "MODEL_PASSWORD is not set"

let body = """{"prompt": "Say “hello”"}"""

let request = new HttpRequestMessage(HttpMethod.Post, "https://model.example.com/v1/chat")
request.Content <- new StringContent(body, MediaTypeHeaderValue("application/json"))

let credentials = CredentialCache()
credentials.Add(Uri(request.RequestUri, "/"), "Digest", NetworkCredential("admin", modelPassword))
let handler = new HttpClientHandler(Credentials = credentials)
let client = new HttpClient(handler, Timeout = TimeSpan.FromSeconds 30.0)
let response = client.Send request
let answer = response.Content.ReadAsStringAsync().Result

if not response.IsSuccessStatusCode then
    failwithf "HTTP %d: %s" (int response.StatusCode) answer

Console.WriteLine(JsonNode.Parse(answer).["text"].GetValue<string>())
