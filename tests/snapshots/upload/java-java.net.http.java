// Upload a photo
// Run: javac -encoding UTF-8 Main.java && PHOTOS_TOKEN=... java Main

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

public class Main {
  static final String BOUNDARY = UUID.randomUUID().toString();

  static BodyPublisher part(String head, BodyPublisher content) {
    return BodyPublishers.concat(
        BodyPublishers.ofString(
            "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + head + "\r\n\r\n"),
        content,
        BodyPublishers.ofString("\r\n"));
  }

  public static void main(String[] args) throws Exception {
    var photosToken =
        Objects.requireNonNull(System.getenv("PHOTOS_TOKEN"), "PHOTOS_TOKEN is not set");
    var body =
        BodyPublishers.concat(
            part("name=\"caption\"", BodyPublishers.ofString("Sunset at the \"Blue Lagoon\"")),
            part("name=\"visibility\"", BodyPublishers.ofString("friends")),
            part(
                "name=\"photo\"; filename=\"sunset.jpg\"\r\nContent-Type: image/jpeg",
                BodyPublishers.ofFile(Path.of("sunset.jpg"))),
            BodyPublishers.ofString("--" + BOUNDARY + "--\r\n"));
    var request =
        HttpRequest.newBuilder()
            .uri(URI.create("https://photos.example.org/albums/summer-2025/photos"))
            .header("Authorization", "Bearer " + photosToken)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(body)
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
