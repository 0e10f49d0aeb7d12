// Upload a photo
// Run: PHOTOS_TOKEN=... dotnet run upload.cs

using System.Net.Http.Headers;
using System.Text.Json.Nodes;

var photosToken =
    Environment.GetEnvironmentVariable("PHOTOS_TOKEN")
    ?? throw new InvalidOperationException("PHOTOS_TOKEN is not set");

var form = new MultipartFormDataContent();
form.Add(new StringContent("Sunset at the \"Blue Lagoon\""), "caption");
form.Add(new StringContent("friends"), "visibility");
var file = new StreamContent(File.OpenRead("sunset.jpg"));
file.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
form.Add(file, "photo", "sunset.jpg");
using var request = new HttpRequestMessage(
    HttpMethod.Post,
    "https://photos.example.org/albums/summer-2025/photos"
);
request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", photosToken);
request.Content = form;

using var handler = new HttpClientHandler { AllowAutoRedirect = false };
using var client = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(30) };
using var response = await client.SendAsync(request);
var answer = await response.Content.ReadAsStringAsync();
if (!response.IsSuccessStatusCode)
{
    var reason = response.Headers.Location?.OriginalString ?? answer;
    throw new HttpRequestException($"HTTP {(int)response.StatusCode}: {reason}");
}
Console.WriteLine(JsonNode.Parse(answer)!["url"]!.GetValue<string>());
