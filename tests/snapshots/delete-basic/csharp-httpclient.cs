// Delete a user's key
// Run: ADMIN_USER=... ADMIN_PASSWORD=... dotnet run delete-basic.cs

using System.Net.Http.Headers;
using System.Text;

var adminUser =
    Environment.GetEnvironmentVariable("ADMIN_USER")
    ?? throw new InvalidOperationException("ADMIN_USER is not set");
var adminPassword =
    Environment.GetEnvironmentVariable("ADMIN_PASSWORD")
    ?? throw new InvalidOperationException("ADMIN_PASSWORD is not set");

using var request = new HttpRequestMessage(
    HttpMethod.Delete,
    "https://api.example.net/v2/users/1042/keys/laptop%20%28old%29"
);
var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{adminUser}:{adminPassword}"));
request.Headers.Authorization = new AuthenticationHeaderValue("Basic", credentials);

using var handler = new HttpClientHandler { AllowAutoRedirect = false };
using var client = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(30) };
using var response = await client.SendAsync(request);
var answer = await response.Content.ReadAsStringAsync();
if (!response.IsSuccessStatusCode)
{
    var reason = response.Headers.Location?.OriginalString ?? answer;
    throw new HttpRequestException($"HTTP {(int)response.StatusCode}: {reason}");
}
Console.WriteLine(answer);
