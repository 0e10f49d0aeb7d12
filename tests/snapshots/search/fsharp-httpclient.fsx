// Search a catalogue
// Run: dotnet fsi search.fsx

open System
open System.Net.Http
open System.Text.Json.Nodes

let url =
    "https://api.example.com/v1/catalogues/books/items?q="
    + Uri.EscapeDataString("café & crème")
    + "&tag=cooking&tag=french&limit=10"
let request = new HttpRequestMessage(HttpMethod.Get, url)
request.Headers.Add("X-Request-Id", "docs-0001")

let client = new HttpClient(Timeout = TimeSpan.FromSeconds 30.0)
let response = client.Send request
let answer = response.Content.ReadAsStringAsync().Result

if not response.IsSuccessStatusCode then
    failwithf "HTTP %d: %s" (int response.StatusCode) answer

Console.WriteLine(JsonNode.Parse(answer).["items"].[0].["title"].GetValue<string>())
