// QwQ-32B chat completion
// Run: MKEAI_API_KEY=... dotnet run qwq-32b.cs

using System.Net.Http.Headers;
using System.Text.Json.Nodes;

var mkeaiApiKey =
    Environment.GetEnvironmentVariable("MKEAI_API_KEY")
    ?? throw new InvalidOperationException("MKEAI_API_KEY is not set");

var body = new JsonObject
{
    ["model"] = "QwQ-32B",
    ["messages"] = new JsonArray([new JsonObject { ["role"] = "user", ["content"] = "你好" }]),
    ["stream"] = false,
};
using var request = new HttpRequestMessage(
    HttpMethod.Post,
    "https://api.mkeai.com/v1/chat/completions"
);
request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", mkeaiApiKey);
request.Content = new StringContent(
    body.ToJsonString(),
    new MediaTypeHeaderValue("application/json")
);

using var handler = new HttpClientHandler { AllowAutoRedirect = false };
using var client = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(120) };
using var response = await client.SendAsync(request);
var answer = await response.Content.ReadAsStringAsync();
if (!response.IsSuccessStatusCode)
{
    var reason = response.Headers.Location?.OriginalString ?? answer;
    throw new HttpRequestException($"HTTP {(int)response.StatusCode}: {reason}");
}
Console.WriteLine(
    JsonNode.Parse(answer)!["choices"]![0]!["message"]!["content"]!.GetValue<string>()
);
