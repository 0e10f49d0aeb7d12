// Look at a download before fetching it
// Run: dotnet fsi head.fsx

open System
open System.Net.Http

let request =
    new HttpRequestMessage(
        HttpMethod.Head,
        "https://downloads.example.net/releases/2.10/engine.tar.gz")
request.Headers.TryAddWithoutValidation("Accept", "application/gzip") |> ignore

let client = new HttpClient(Timeout = TimeSpan.FromSeconds 30.0)
let response = client.Send request

if not response.IsSuccessStatusCode then
    let reason = response.ReasonPhrase
    failwithf "HTTP %d: %s" (int response.StatusCode) reason

Console.Write(string response.Headers + string response.Content.Headers)
