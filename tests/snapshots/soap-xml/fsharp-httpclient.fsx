// Convert a temperature with SOAP
// Run: dotnet fsi soap-xml.fsx

open System
open System.Net.Http
open System.Net.Http.Headers

let body =
    """<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
  <soap:Body>
    <CelsiusToFahrenheit xmlns="https://soap.example.com/">
      <Celsius>21.5</Celsius>
    </CelsiusToFahrenheit>
  </soap:Body>
</soap:Envelope>
"""

let request = new HttpRequestMessage(HttpMethod.Post, "https://soap.example.com/temperature.asmx")
request.Headers.Add("SOAPAction", "\"https://soap.example.com/CelsiusToFahrenheit\"")
request.Content <- new StringContent(body, MediaTypeHeaderValue.Parse("text/xml; charset=utf-8"))

let client = new HttpClient(Timeout = TimeSpan.FromSeconds 30.0)
let response = client.Send request
let answer = response.Content.ReadAsStringAsync().Result

if not response.IsSuccessStatusCode then
    failwithf "HTTP %d: %s" (int response.StatusCode) answer

Console.WriteLine answer
