// Convert a temperature with SOAP
// Run: groovy -c UTF-8 soap-xml.groovy

import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse.BodyHandlers
import java.time.Duration

System.out = new PrintStream(System.out, true, 'UTF-8')
System.err = new PrintStream(System.err, true, 'UTF-8')

def body = '''\
<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
  <soap:Body>
    <CelsiusToFahrenheit xmlns="https://soap.example.com/">
      <Celsius>21.5</Celsius>
    </CelsiusToFahrenheit>
  </soap:Body>
</soap:Envelope>
'''
def request = HttpRequest.newBuilder()
    .uri(URI.create('https://soap.example.com/temperature.asmx'))
    .header('SOAPAction', '"https://soap.example.com/CelsiusToFahrenheit"')
    .header('Content-Type', 'text/xml; charset=utf-8')
    .POST(BodyPublishers.ofString(body))
    .timeout(Duration.ofSeconds(30))
    .build()

def client = HttpClient.newHttpClient()
def response = client.send(request, BodyHandlers.ofString())
if (response.statusCode() >= 300) {
    def text = response.body()
    throw new IOException("HTTP ${response.statusCode()} ${response.headers().firstValue('Location').orElse(text)}")
}
println response.body()
