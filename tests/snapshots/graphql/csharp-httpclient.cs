// Ask a GraphQL API
// Run: CODE_TOKEN=... dotnet run graphql.cs

using System.Net.Http.Headers;
using System.Text.Json.Nodes;

var codeToken =
    Environment.GetEnvironmentVariable("CODE_TOKEN")
    ?? throw new InvalidOperationException("CODE_TOKEN is not set");

var body = new JsonObject
{
    ["query"] = """
        query NewestIssues($owner: String!, $name: String!, $count: Int = 3) {
          repository(owner: $owner, name: $name) {
            issues(first: $count, states: [OPEN]) {
              nodes { number title }
            }
          }
        }

        """,
    ["variables"] = new JsonObject
    {
        ["owner"] = "ada",
        ["name"] = "engine",
        ["count"] = 2,
    },
};
using var request = new HttpRequestMessage(HttpMethod.Post, "https://code.example.com/graphql");
request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", codeToken);
request.Content = new StringContent(
    body.ToJsonString(),
    new MediaTypeHeaderValue("application/json")
);

using var handler = new HttpClientHandler { AllowAutoRedirect = false };
using var client = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(30) };
using var response = await client.SendAsync(request);
var answer = await response.Content.ReadAsStringAsync();
if (!response.IsSuccessStatusCode)
{
    var reason = response.Headers.Location?.OriginalString ?? answer;
    throw new HttpRequestException($"HTTP {(int)response.StatusCode}: {reason}");
}
Console.WriteLine(
    JsonNode.Parse(answer)!["data"]!["repository"]!["issues"]!["nodes"]!.ToJsonString()
);
