// Upload a photo
// Run: PHOTOS_TOKEN=... java "-Dfile.encoding=UTF-8" Main.java

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

public class Main {
  static final String BOUNDARY = UUID.randomUUID().toString();

  static HttpRequest.BodyPublisher part(String head, HttpRequest.BodyPublisher content) {
    return HttpRequest.BodyPublishers.concat(
        HttpRequest.BodyPublishers.ofString(
            "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + head + "\r\n\r\n"),
        content,
        HttpRequest.BodyPublishers.ofString("\r\n"));
  }

  public static void main(String[] args) throws Exception {
    var photosToken = System.getenv("PHOTOS_TOKEN");
    if (photosToken == null) {
      System.err.println("PHOTOS_TOKEN is not set");
      System.exit(1);
    }
    var body =
        HttpRequest.BodyPublishers.concat(
            part(
                "name=\"caption\"",
                HttpRequest.BodyPublishers.ofString("Sunset at the \"Blue Lagoon\"")),
            part("name=\"visibility\"", HttpRequest.BodyPublishers.ofString("friends")),
            part(
                "name=\"photo\"; filename=\"sunset.jpg\"\r\nContent-Type: image/jpeg",
                HttpRequest.BodyPublishers.ofFile(Path.of("sunset.jpg"))),
            HttpRequest.BodyPublishers.ofString("--" + BOUNDARY + "--\r\n"));
    var request =
        HttpRequest.newBuilder(URI.create("https://photos.example.org/albums/summer-2025/photos"))
            .header("Authorization", "Bearer " + photosToken)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(body)
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
