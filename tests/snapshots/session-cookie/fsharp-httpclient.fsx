// Read a cart with a session cookie
// Run: SHOP_SESSION=... SHOP_DEVICE=... dotnet fsi session-cookie.fsx

open System
open System.Net.Http
open System.Text.Json.Nodes

let shopSession = Environment.GetEnvironmentVariable("SHOP_SESSION")

if isNull shopSession then
    failwith "SHOP_SESSION is not set"

let shopDevice = Environment.GetEnvironmentVariable("SHOP_DEVICE")

if isNull shopDevice then
    failwith "SHOP_DEVICE is not set"

let request = new HttpRequestMessage(HttpMethod.Get, "https://shop.example.com/cart?currency=EUR")
request.Headers.Add(
    "Cookie",
    "session=" + shopSession + "; device=" + shopDevice + "; prefs=currency=EUR+tax/incl==")

let handler = new HttpClientHandler(AllowAutoRedirect = false)
let client = new HttpClient(handler, Timeout = TimeSpan.FromSeconds 30.0)
let response = client.Send request
let answer = response.Content.ReadAsStringAsync().Result

if not response.IsSuccessStatusCode then
    let reason = if isNull response.Headers.Location then answer else string response.Headers.Location
    failwithf "HTTP %d: %s" (int response.StatusCode) reason

Console.WriteLine(JsonNode.Parse(answer).["items"].[0].["sku"].GetValue<string>())
