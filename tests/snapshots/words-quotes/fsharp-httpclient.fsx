// """; import os; os.system('touch PWNED'); """ ''' "; touch PWNED; " '; touch PWNED; ' $(touch PWNED) `touch PWNED` #{system('touch PWNED')} ${x} %s %n \"""
// Run: dotnet fsi words-quotes.fsx

open System
open System.Net.Http
open System.Text.Json.Nodes

let request = new HttpRequestMessage(HttpMethod.Get, "https://api.example.com/notes")

let client = new HttpClient(Timeout = TimeSpan.FromSeconds 30.0)
let response = client.Send request
let answer = response.Content.ReadAsStringAsync().Result

if not response.IsSuccessStatusCode then
    failwithf "HTTP %d: %s" (int response.StatusCode) answer

Console.WriteLine(JsonNode.Parse(answer).["ok"].ToJsonString())
