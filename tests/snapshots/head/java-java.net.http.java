// Look at a download before fetching it
// Run: java "-Dfile.encoding=UTF-8" Main.java

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

public class Main {
  public static void main(String[] args) throws Exception {
    var url = "https://downloads.example.net/releases/2.10/engine.tar.gz";
    var request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Accept", "application/gzip")
            .method("HEAD", HttpRequest.BodyPublishers.noBody())
            .timeout(Duration.ofSeconds(30))
            .build();
    var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    if (response.statusCode() >= 300) {
      var reason = response.headers().firstValue("Location").orElse(response.body());
      throw new IOException("HTTP " + response.statusCode() + " " + reason);
    }
    response
        .headers()
        .map()
        .forEach((name, values) -> System.out.println(name + ": " + String.join(", ", values)));
  }
}
