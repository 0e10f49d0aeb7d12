// */ ?> */ --> ??/ /// script # coding: utf-7 \u000a touch PWNED \u002a\u002f {{ 7*7 }} {% raw %} <?php touch('PWNED'); ?> <!-- \
// Run: dotnet fsi words-comments.fsx

open System
open System.Net.Http
open System.Net.Http.Headers
open System.Text.Json.Nodes

let body = """{"a": 1}"""

let request = new HttpRequestMessage(HttpMethod.Post, "https://api.example.com/notes")
request.Content <- new StringContent(body, MediaTypeHeaderValue("application/json"))

let client = new HttpClient(Timeout = TimeSpan.FromSeconds 30.0)
let response = client.Send request
let answer = response.Content.ReadAsStringAsync().Result

if not response.IsSuccessStatusCode then
    failwithf "HTTP %d: %s" (int response.StatusCode) answer

Console.WriteLine(JsonNode.Parse(answer).["ok"].ToJsonString())
