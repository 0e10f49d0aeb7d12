// Upload a photo
// Run: PHOTOS_TOKEN=... dotnet fsi upload.fsx

open System
open System.IO
open System.Net.Http
open System.Net.Http.Headers
open System.Text.Json.Nodes

let photosToken = Environment.GetEnvironmentVariable("PHOTOS_TOKEN")

if isNull photosToken then
    failwith "PHOTOS_TOKEN is not set"

let form = new MultipartFormDataContent()
form.Add(new StringContent("Sunset at the \"Blue Lagoon\""), "caption")
form.Add(new StringContent("friends"), "visibility")
let file = new StreamContent(File.OpenRead("sunset.jpg"))
file.Headers.ContentType <- MediaTypeHeaderValue("image/jpeg")
form.Add(file, "photo", "sunset.jpg")
let request =
    new HttpRequestMessage(HttpMethod.Post, "https://photos.example.org/albums/summer-2025/photos")
request.Headers.Authorization <- AuthenticationHeaderValue("Bearer", photosToken)
request.Content <- form

let handler = new HttpClientHandler(AllowAutoRedirect = false)
let client = new HttpClient(handler, Timeout = TimeSpan.FromSeconds 30.0)
let response = client.Send request
let answer = response.Content.ReadAsStringAsync().Result

if not response.IsSuccessStatusCode then
    let reason = if isNull response.Headers.Location then answer else string response.Headers.Location
    failwithf "HTTP %d: %s" (int response.StatusCode) reason

Console.WriteLine(JsonNode.Parse(answer).["url"].GetValue<string>())
