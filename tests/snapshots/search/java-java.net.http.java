// Search a catalogue
// Run: java "-Dfile.encoding=UTF-8" Main.java

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

public class Main {
  public static void main(String[] args) throws Exception {
    var url =
        "https://api.example.com/v1/catalogues/books/items?q="
            + URLEncoder.encode("café & crème", StandardCharsets.UTF_8)
            + "&tag=cooking&tag=french&limit=10";
    var request =
        HttpRequest.newBuilder(URI.create(url))
            .header("X-Request-Id", "docs-0001")
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
