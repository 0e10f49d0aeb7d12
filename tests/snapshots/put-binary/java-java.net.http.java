// Replace an avatar
// Run: javac -encoding UTF-8 Main.java && FILES_API_KEY=... java Main

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

public class Main {
  public static void main(String[] args) throws Exception {
    var filesApiKey =
        Objects.requireNonNull(System.getenv("FILES_API_KEY"), "FILES_API_KEY is not set");
    var request =
        HttpRequest.newBuilder()
            .uri(URI.create("https://files.example.org/avatars/ada"))
            .header("X-Api-Key", filesApiKey)
            .header("Content-Type", "image/png")
            .PUT(BodyPublishers.ofFile(Path.of("avatar.png")))
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
