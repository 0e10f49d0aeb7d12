// Replace an avatar
// Run: FILES_API_KEY=... dotnet run put-binary.cs

using System.Net.Http.Headers;
using System.Text.Json.Nodes;

var filesApiKey =
    Environment.GetEnvironmentVariable("FILES_API_KEY")
    ?? throw new InvalidOperationException("FILES_API_KEY is not set");

using var request = new HttpRequestMessage(HttpMethod.Put, "https://files.example.org/avatars/ada");
request.Headers.Add("X-Api-Key", filesApiKey);
request.Content = new StreamContent(File.OpenRead("avatar.png"));
request.Content.Headers.ContentType = new MediaTypeHeaderValue("image/png");

using var handler = new HttpClientHandler { AllowAutoRedirect = false };
using var client = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(30) };
using var response = await client.SendAsync(request);
var answer = await response.Content.ReadAsStringAsync();
if (!response.IsSuccessStatusCode)
{
    var reason = response.Headers.Location?.OriginalString ?? answer;
    throw new HttpRequestException($"HTTP {(int)response.StatusCode}: {reason}");
}
Console.WriteLine(JsonNode.Parse(answer)!["bytes"]!.ToJsonString());
