// Search a catalogue
// Run: dotnet run search.cs

using System.Text.Json.Nodes;

var url =
    "https://api.example.com/v1/catalogues/books/items?q="
    + Uri.EscapeDataString("café & crème")
    + "&tag=cooking&tag=french&limit=10";
using var request = new HttpRequestMessage(HttpMethod.Get, url);
request.Headers.Add("X-Request-Id", "docs-0001");

using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
using var response = await client.SendAsync(request);
var answer = await response.Content.ReadAsStringAsync();
if (!response.IsSuccessStatusCode)
{
    throw new HttpRequestException($"HTTP {(int)response.StatusCode}: {answer}");
}
Console.WriteLine(JsonNode.Parse(answer)!["items"]![0]!["title"]!.GetValue<string>());
