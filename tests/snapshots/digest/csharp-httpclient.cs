// Read the state of a camera
// Run: CAMERA_USER=... CAMERA_PASSWORD=... dotnet run digest.cs

using System.Net;

var cameraUser =
    Environment.GetEnvironmentVariable("CAMERA_USER")
    ?? throw new InvalidOperationException("CAMERA_USER is not set");
var cameraPassword =
    Environment.GetEnvironmentVariable("CAMERA_PASSWORD")
    ?? throw new InvalidOperationException("CAMERA_PASSWORD is not set");

var url = "https://camera.example.com/api/v1/state?fields=" + Uri.EscapeDataString("zoom,focus");
using var request = new HttpRequestMessage(HttpMethod.Get, url);

var credentials = new CredentialCache();
credentials.Add(
    new Uri(request.RequestUri!, "/"),
    "Digest",
    new NetworkCredential(cameraUser, cameraPassword)
);
using var handler = new HttpClientHandler { Credentials = credentials };
using var client = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(30) };
using var response = await client.SendAsync(request);
var answer = await response.Content.ReadAsStringAsync();
if (!response.IsSuccessStatusCode)
{
    throw new HttpRequestException($"HTTP {(int)response.StatusCode}: {answer}");
}
Console.WriteLine(answer);
