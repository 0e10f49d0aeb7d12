// */ ?> */ --> ??/ /// script # coding: utf-7 \u000a touch PWNED \u002a\u002f {{ 7*7 }} {% raw %} <?php touch('PWNED'); ?> <!-- \
// Run: dotnet run words-comments.cs

using System.Net.Http.Headers;
using System.Text.Json.Nodes;

var body = new JsonObject { ["a"] = 1 };
using var request = new HttpRequestMessage(HttpMethod.Post, "https://api.example.com/notes");
request.Content = new StringContent(
    body.ToJsonString(),
    new MediaTypeHeaderValue("application/json")
);

using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
using var response = await client.SendAsync(request);
var answer = await response.Content.ReadAsStringAsync();
if (!response.IsSuccessStatusCode)
{
    throw new HttpRequestException($"HTTP {(int)response.StatusCode}: {answer}");
}
Console.WriteLine(JsonNode.Parse(answer)!["ok"]!.ToJsonString());
