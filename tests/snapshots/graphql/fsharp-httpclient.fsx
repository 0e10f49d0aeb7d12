// Ask a GraphQL API
// Run: CODE_TOKEN=... dotnet fsi graphql.fsx

open System
open System.Net.Http
open System.Net.Http.Headers
open System.Text.Json.Nodes

let codeToken = Environment.GetEnvironmentVariable("CODE_TOKEN")

if isNull codeToken then
    failwith "CODE_TOKEN is not set"

let body =
    """{
  "query": "query NewestIssues($owner: String!, $name: String!, $count: Int = 3) {\n  repository(owner: $owner, name: $name) {\n    issues(first: $count, states: [OPEN]) {\n      nodes { number title }\n    }\n  }\n}\n",
  "variables": {"owner": "ada", "name": "engine", "count": 2}
}"""

let request = new HttpRequestMessage(HttpMethod.Post, "https://code.example.com/graphql")
request.Headers.Authorization <- AuthenticationHeaderValue("Bearer", codeToken)
request.Content <- new StringContent(body, MediaTypeHeaderValue("application/json"))

let handler = new HttpClientHandler(AllowAutoRedirect = false)
let client = new HttpClient(handler, Timeout = TimeSpan.FromSeconds 30.0)
let response = client.Send request
let answer = response.Content.ReadAsStringAsync().Result

if not response.IsSuccessStatusCode then
    let reason = if isNull response.Headers.Location then answer else string response.Headers.Location
    failwithf "HTTP %d: %s" (int response.StatusCode) reason

Console.WriteLine(
    JsonNode.Parse(answer).["data"].["repository"].["issues"].["nodes"].ToJsonString())
