// Look at a download before fetching it
// Run: dotnet run head.cs

using var request = new HttpRequestMessage(
    HttpMethod.Head,
    "https://downloads.example.net/releases/2.10/engine.tar.gz"
);
request.Headers.TryAddWithoutValidation("Accept", "application/gzip");

using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
using var response = await client.SendAsync(request);
if (!response.IsSuccessStatusCode)
{
    var reason = response.ReasonPhrase;
    throw new HttpRequestException($"HTTP {(int)response.StatusCode}: {reason}");
}
Console.Write($"{response.Headers}{response.Content.Headers}");
