// Read a cart with a session cookie
// Run: SHOP_SESSION=... SHOP_DEVICE=... dotnet run session-cookie.cs

using System.Text.Json.Nodes;

var shopSession =
    Environment.GetEnvironmentVariable("SHOP_SESSION")
    ?? throw new InvalidOperationException("SHOP_SESSION is not set");
var shopDevice =
    Environment.GetEnvironmentVariable("SHOP_DEVICE")
    ?? throw new InvalidOperationException("SHOP_DEVICE is not set");

using var request = new HttpRequestMessage(
    HttpMethod.Get,
    "https://shop.example.com/cart?currency=EUR"
);
request.Headers.Add(
    "Cookie",
    $"session={shopSession}; device={shopDevice}; prefs=currency=EUR+tax/incl=="
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
Console.WriteLine(JsonNode.Parse(answer)!["items"]![0]!["sku"]!.GetValue<string>());
