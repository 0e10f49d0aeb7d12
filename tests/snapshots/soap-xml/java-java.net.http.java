// Convert a temperature with SOAP
// Run: java "-Dfile.encoding=UTF-8" Main.java

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

public class Main {
  public static void main(String[] args) throws Exception {
    var body =
        """
        <?xml version="1.0" encoding="utf-8"?>
        <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
          <soap:Body>
            <CelsiusToFahrenheit xmlns="https://soap.example.com/">
              <Celsius>21.5</Celsius>
            </CelsiusToFahrenheit>
          </soap:Body>
        </soap:Envelope>
        """;
    var request =
        HttpRequest.newBuilder(URI.create("https://soap.example.com/temperature.asmx"))
            .header("SOAPAction", "\"https://soap.example.com/CelsiusToFahrenheit\"")
            .header("Content-Type", "text/xml; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .timeout(Duration.ofSeconds(30))
            .build();
    var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    if (response.statusCode() >= 300) {
      var reason = response.headers().firstValue("Location").orElse(response.body());
      throw new IOException("HTTP " + response.statusCode() + " " + reason);
    }
    System.out.println(response.body());
  }
}
