// QwQ-32B chat completion
// Run: MKEAI_API_KEY=... dotnet fsi qwq-32b-stream.fsx

open System
open System.IO
open System.Net.Http
open System.Net.Http.Headers
open System.Text.Json.Nodes

let mkeaiApiKey = Environment.GetEnvironmentVariable("MKEAI_API_KEY")

if isNull mkeaiApiKey then
    failwith "MKEAI_API_KEY is not set"

let body =
    """{
  "model": "QwQ-32B",
  "messages": [{"role": "user", "content": "你好"}],
  "stream": true
}"""

let request = new HttpRequestMessage(HttpMethod.Post, "https://api.mkeai.com/v1/chat/completions")
request.Headers.Authorization <- AuthenticationHeaderValue("Bearer", mkeaiApiKey)
request.Content <- new StringContent(body, MediaTypeHeaderValue("application/json"))

let timeout = TimeSpan.FromSeconds 120.0
let handler = new HttpClientHandler(AllowAutoRedirect = false)
let client = new HttpClient(handler, Timeout = timeout)
let response = client.Send(request, HttpCompletionOption.ResponseHeadersRead)

if not response.IsSuccessStatusCode then
    let answer = response.Content.ReadAsStringAsync().Result
    let reason = if isNull response.Headers.Location then answer else string response.Headers.Location
    failwithf "HTTP %d: %s" (int response.StatusCode) reason

let key (name: string) (node: JsonNode) =
    match node with
    | :? JsonObject as found -> found.[name]
    | _ -> null

let item index (node: JsonNode) =
    match node with
    | :? JsonArray as found when found.Count > index -> found.[index]
    | _ -> null

let show (data: string) =
    let delta = JsonNode.Parse(data).["choices"] |> item 0 |> key "delta"
    Console.Error.Write(delta |> key "reasoning_content")
    Console.Write(delta |> key "content")

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
