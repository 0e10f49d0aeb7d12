// Ask a private model, with a user name that is no secret
// Run: MODEL_PASSWORD=... dotnet run digest-json.cs

using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

var modelPassword =
    Environment.GetEnvironmentVariable("MODEL_PASSWORD")
    ?? throw new InvalidOperationException("MODEL_PASSWORD is not set");

var body = new JsonObject { ["prompt"] = "Say “hello”" };
using var request = new HttpRequestMessage(HttpMethod.Post, "https://model.example.com/v1/chat");
request.Content = new StringContent(
    body.ToJsonString(),
    new MediaTypeHeaderValue("application/json")
);

var credentials = new CredentialCache();
credentials.Add(
    new Uri(request.RequestUri!, "/"),
    "Digest",
    new NetworkCredential("admin", modelPassword)
);
using var handler = new HttpClientHandler { Credentials = credentials };
using var client = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(30) };
using var response = await client.SendAsync(request);
var answer = await response.Content.ReadAsStringAsync();
if (!response.IsSuccessStatusCode)
{
    throw new HttpRequestException($"HTTP {(int)response.StatusCode}: {answer}");
}
Console.WriteLine(JsonNode.Parse(answer)!["text"]!.GetValue<string>());
