// Convert a temperature with SOAP
// Install: okhttp-jvm-5.5.1.jar, okio-jvm-3.18.1.jar, kotlin-stdlib-2.1.21.jar (Maven) in lib/
// Run: java "-Dfile.encoding=UTF-8" -cp "lib/*" Main.java

import java.io.IOException;
import java.time.Duration;
import okhttp3.MediaType;
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
            .post(RequestBody.create(body.getBytes(), MediaType.get("text/xml; charset=utf-8")))
            .build();
    var client = new OkHttpClient.Builder().readTimeout(Duration.ofSeconds(30)).build();
    try (var response = client.newCall(request).execute()) {
      if (!response.isSuccessful()) {
        throw new IOException("HTTP " + response.code() + " " + response.body().string());
      }
      System.out.println(response.body().string());
    }
  }
}
