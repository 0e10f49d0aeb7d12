// Ask a private model, with a user name that is no secret
// Run: MODEL_PASSWORD=... dotnet fsi digest-json-stream.fsx

open System
open System.IO
open System.Net
open System.Net.Http
open System.Net.Http.Headers
open System.Text.Json.Nodes

let modelPassword = Environment.GetEnvironmentVariable("MODEL_PASSWORD")

if isNull modelPassword then
    failwith "MODEL_PASSWORD is not set"

let body = """{"prompt": "Say “hello”", "stream": true}"""

let request = new HttpRequestMessage(HttpMethod.Post, "https://model.example.com/v1/chat")
request.Content <- new StringContent(body, MediaTypeHeaderValue("application/json"))

let timeout = TimeSpan.FromSeconds 120.0
let credentials = CredentialCache()
credentials.Add(Uri(request.RequestUri, "/"), "Digest", NetworkCredential("admin", modelPassword))
let handler = new HttpClientHandler(Credentials = credentials)
let client = new HttpClient(handler, Timeout = timeout)
let response = client.Send(request, HttpCompletionOption.ResponseHeadersRead)

if not response.IsSuccessStatusCode then
    let answer = response.Content.ReadAsStringAsync().Result
    failwithf "HTTP %d: %s" (int response.StatusCode) answer

let show (data: string) =
    let result = JsonNode.Parse data
    Console.Write(result.["text"])

let reader = new StreamReader(response.Content.ReadAsStream())

let next () =
    Async.RunSynchronously(Async.AwaitTask(reader.ReadLineAsync()), int timeout.TotalMilliseconds)

let rec read (rest: string) =
    match next () with
    | null -> failwith ("The stream ended unexpectedly. " + rest)
    | line when not (line.StartsWith "data:") -> read (rest + line)
    | line ->
        let data = line.Substring(if line.StartsWith "data: " then 6 else 5)

        if data <> "[DONE]" then
            show data
            read line

read ""
Console.WriteLine()
