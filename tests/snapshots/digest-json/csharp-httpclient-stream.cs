// Ask a private model, with a user name that is no secret
// Run: MODEL_PASSWORD=... dotnet run digest-json-stream.cs

using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

var modelPassword =
    Environment.GetEnvironmentVariable("MODEL_PASSWORD")
    ?? throw new InvalidOperationException("MODEL_PASSWORD is not set");

var body = new JsonObject { ["prompt"] = "Say “hello”", ["stream"] = true };
using var request = new HttpRequestMessage(HttpMethod.Post, "https://model.example.com/v1/chat");
request.Content = new StringContent(
    body.ToJsonString(),
    new MediaTypeHeaderValue("application/json")
);

var timeout = TimeSpan.FromSeconds(120);
var credentials = new CredentialCache();
credentials.Add(
    new Uri(request.RequestUri!, "/"),
    "Digest",
    new NetworkCredential("admin", modelPassword)
);
using var handler = new HttpClientHandler { Credentials = credentials };
using var client = new HttpClient(handler) { Timeout = timeout };
using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
if (!response.IsSuccessStatusCode)
{
    var answer = await response.Content.ReadAsStringAsync();
    throw new HttpRequestException($"HTTP {(int)response.StatusCode}: {answer}");
}
using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
var rest = "";
while (await reader.ReadLineAsync().WaitAsync(timeout) is string line)
{
    if (!line.StartsWith("data:"))
    {
        rest += line;
        continue;
    }
    rest = line;
    var data = line.Substring(line.StartsWith("data: ") ? 6 : 5);
    if (data == "[DONE]")
    {
        Console.WriteLine();
        return;
    }
    var result = JsonNode.Parse(data);
    Console.Write(result!["text"]);
}
throw new HttpRequestException("The stream ended unexpectedly. " + rest);
