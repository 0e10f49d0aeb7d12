// Replace an avatar
// Run: FILES_API_KEY=... java "-Dfile.encoding=UTF-8" Main.java

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

public class Main {
  public static void main(String[] args) throws Exception {
    var filesApiKey = System.getenv("FILES_API_KEY");
    if (filesApiKey == null) {
      System.err.println("FILES_API_KEY is not set");
      System.exit(1);
    }
    var request =
        HttpRequest.newBuilder(URI.create("https://files.example.org/avatars/ada"))
            .header("X-Api-Key", filesApiKey)
            .header("Content-Type", "image/png")
            .PUT(HttpRequest.BodyPublishers.ofFile(Path.of("avatar.png")))
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
