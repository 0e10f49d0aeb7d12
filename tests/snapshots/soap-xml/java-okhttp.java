// Convert a temperature with SOAP
// Install: com.squareup.okhttp3:okhttp-jvm:5.5.1 (Maven, into lib/)
// Run: javac -encoding UTF-8 -cp 'lib/*' Main.java && java -cp 'lib/*:.' Main

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

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
        new Request.Builder()
            .url("https://soap.example.com/temperature.asmx")
            .addHeader("SOAPAction", "\"https://soap.example.com/CelsiusToFahrenheit\"")
            .addHeader("Content-Type", "text/xml; charset=utf-8")
            .post(RequestBody.create(body.getBytes(StandardCharsets.UTF_8)))
            .build();
    var client =
        new OkHttpClient.Builder()
            .readTimeout(Duration.ofSeconds(30))
            .followRedirects(false)
            .build();
    try (var response = client.newCall(request).execute()) {
      if (!response.isSuccessful()) {
        System.err.println("HTTP " + response.code() + " " + response.header("Location", ""));
        System.err.write(response.body().bytes());
        System.exit(1);
      }
      System.out.write(response.body().bytes());
    }
  }
}
