// Convert a temperature with SOAP
// Run: javac -encoding UTF-8 Main.java && java Main

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.TimeUnit;

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
        HttpRequest.newBuilder()
            .uri(URI.create("https://soap.example.com/temperature.asmx"))
            .header("SOAPAction", "\"https://soap.example.com/CelsiusToFahrenheit\"")
            .header("Content-Type", "text/xml; charset=utf-8")
            .POST(BodyPublishers.ofString(body))
            .build();
    var response =
        HttpClient.newHttpClient()
            .sendAsync(request, BodyHandlers.ofByteArray())
            .get(30, TimeUnit.SECONDS);
    if (response.statusCode() >= 300) {
      System.err.println("HTTP " + response.statusCode());
      response.headers().firstValue("Location").ifPresent(System.err::println);
      System.err.write(response.body());
      System.exit(1);
    }
    System.out.write(response.body());
  }
}
