// Convert a temperature with SOAP
// Run: dotnet run soap-xml.cs

using System.Net.Http.Headers;

var body = """
    <?xml version="1.0" encoding="utf-8"?>
    <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
      <soap:Body>
        <CelsiusToFahrenheit xmlns="https://soap.example.com/">
          <Celsius>21.5</Celsius>
        </CelsiusToFahrenheit>
      </soap:Body>
    </soap:Envelope>

    """;
using var request = new HttpRequestMessage(
    HttpMethod.Post,
    "https://soap.example.com/temperature.asmx"
);
request.Headers.Add("SOAPAction", "\"https://soap.example.com/CelsiusToFahrenheit\"");
request.Content = new StringContent(body, MediaTypeHeaderValue.Parse("text/xml; charset=utf-8"));

using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
using var response = await client.SendAsync(request);
var answer = await response.Content.ReadAsStringAsync();
if (!response.IsSuccessStatusCode)
{
    throw new HttpRequestException($"HTTP {(int)response.StatusCode}: {answer}");
}
Console.WriteLine(answer);
