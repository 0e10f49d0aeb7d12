// """; import os; os.system('touch PWNED'); """ ''' "; touch PWNED; " '; touch PWNED; ' $(touch PWNED) `touch PWNED` #{system('touch PWNED')} ${x} %s %n \"""
// Run: dotnet run words-quotes.cs

using System.Text.Json.Nodes;

using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.example.com/notes");

using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
using var response = await client.SendAsync(request);
var answer = await response.Content.ReadAsStringAsync();
if (!response.IsSuccessStatusCode)
{
    throw new HttpRequestException($"HTTP {(int)response.StatusCode}: {answer}");
}
Console.WriteLine(JsonNode.Parse(answer)!["ok"]!.ToJsonString());
