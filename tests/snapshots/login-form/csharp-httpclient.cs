// Log in with a form
// Run: ACCOUNT_PASSWORD=... dotnet run login-form.cs

using System.Text.Json.Nodes;

var accountPassword =
    Environment.GetEnvironmentVariable("ACCOUNT_PASSWORD")
    ?? throw new InvalidOperationException("ACCOUNT_PASSWORD is not set");

using var request = new HttpRequestMessage(HttpMethod.Post, "https://accounts.example.com/login");
request.Content = new FormUrlEncodedContent([
    new("username", "ada@example.com"),
    new("password", accountPassword),
    new("scope", "profile"),
    new("scope", "orders"),
    new("device", ""),
]);

using var handler = new HttpClientHandler { AllowAutoRedirect = false };
using var client = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(30) };
using var response = await client.SendAsync(request);
var answer = await response.Content.ReadAsStringAsync();
if (!response.IsSuccessStatusCode)
{
    var reason = response.Headers.Location?.OriginalString ?? answer;
    throw new HttpRequestException($"HTTP {(int)response.StatusCode}: {reason}");
}
Console.WriteLine(JsonNode.Parse(answer)!["session"]!["id"]!.GetValue<string>());
