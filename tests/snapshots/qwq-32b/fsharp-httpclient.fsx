// QwQ-32B chat completion
// Run: MKEAI_API_KEY=... dotnet fsi qwq-32b.fsx

open System
open System.Net.Http
open System.Net.Http.Headers
open System.Text.Json.Nodes

let mkeaiApiKey = Environment.GetEnvironmentVariable("MKEAI_API_KEY")

if isNull mkeaiApiKey then
    failwith "MKEAI_API_KEY is not set"

let body =
    """{
  "model": "QwQ-32B",
  "messages": [{"role": "user", "content": "你好"}],
  "stream": false
}"""

let request = new HttpRequestMessage(HttpMethod.Post, "https://api.mkeai.com/v1/chat/completions")
request.Headers.Authorization <- AuthenticationHeaderValue("Bearer", mkeaiApiKey)
request.Content <- new StringContent(body, MediaTypeHeaderValue("application/json"))

let handler = new HttpClientHandler(AllowAutoRedirect = false)
let client = new HttpClient(handler, Timeout = TimeSpan.FromSeconds 120.0)
let response = client.Send request
let answer = response.Content.ReadAsStringAsync().Result

if not response.IsSuccessStatusCode then
    let reason = if isNull response.Headers.Location then answer else string response.Headers.Location
    failwithf "HTTP %d: %s" (int response.StatusCode) reason

Console.WriteLine(JsonNode.Parse(answer).["choices"].[0].["message"].["content"].GetValue<string>())
