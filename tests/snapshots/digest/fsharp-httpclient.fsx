// Read the state of a camera
// Run: CAMERA_USER=... CAMERA_PASSWORD=... dotnet fsi digest.fsx

open System
open System.Net
open System.Net.Http

let cameraUser = Environment.GetEnvironmentVariable("CAMERA_USER")

if isNull cameraUser then
    failwith "CAMERA_USER is not set"

let cameraPassword = Environment.GetEnvironmentVariable("CAMERA_PASSWORD")

if isNull cameraPassword then
    failwith "CAMERA_PASSWORD is not set"

let url = "https://camera.example.com/api/v1/state?fields=" + Uri.EscapeDataString("zoom,focus")
let request = new HttpRequestMessage(HttpMethod.Get, url)

let credentials = CredentialCache()
credentials.Add(
    Uri(request.RequestUri, "/"),
    "Digest",
    NetworkCredential(cameraUser, cameraPassword))
let handler = new HttpClientHandler(Credentials = credentials)
let client = new HttpClient(handler, Timeout = TimeSpan.FromSeconds 30.0)
let response = client.Send request
let answer = response.Content.ReadAsStringAsync().Result

if not response.IsSuccessStatusCode then
    failwithf "HTTP %d: %s" (int response.StatusCode) answer

Console.WriteLine answer
