// QwQ-32B chat completion
// Run: MKEAI_API_KEY=... dotnet run qwq-32b-stream.cs

using System.Net.Http.Headers;
using System.Text.Json.Nodes;

var mkeaiApiKey =
    Environment.GetEnvironmentVariable("MKEAI_API_KEY")
    ?? throw new InvalidOperationException("MKEAI_API_KEY is not set");

var body = new JsonObject
{
    ["model"] = "QwQ-32B",
    ["messages"] = new JsonArray([new JsonObject { ["role"] = "user", ["content"] = "你好" }]),
    ["stream"] = true,
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

var timeout = TimeSpan.FromSeconds(120);
using var handler = new HttpClientHandler { AllowAutoRedirect = false };
using var client = new HttpClient(handler) { Timeout = timeout };
using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
if (!response.IsSuccessStatusCode)
{
    var answer = await response.Content.ReadAsStringAsync();
    var reason = response.Headers.Location?.OriginalString ?? answer;
    throw new HttpRequestException($"HTTP {(int)response.StatusCode}: {reason}");
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
    var delta = JsonNode.Parse(data)!["choices"]?.AsArray().ElementAtOrDefault(0)?["delta"];
    Console.Error.Write(delta?["reasoning_content"]);
    Console.Write(delta?["content"]);
}
throw new HttpRequestException("The stream ended unexpectedly. " + rest);
