// Upload a photo
// Run: PHOTOS_TOKEN=... java "-Dfile.encoding=UTF-8" Main.java

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

public class Main {
  static final String BOUNDARY = UUID.randomUUID().toString();

  static void part(OutputStream output, String head, byte[] content) throws IOException {
    var start = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + head + "\r\n\r\n";
    output.write(start.getBytes());
    output.write(content);
    output.write("\r\n".getBytes());
  }

  public static void main(String[] args) throws Exception {
    var photosToken = System.getenv("PHOTOS_TOKEN");
    if (photosToken == null) {
      System.err.println("PHOTOS_TOKEN is not set");
      System.exit(1);
    }
    var url = "https://photos.example.org/albums/summer-2025/photos";
    var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
    connection.setRequestMethod("POST");
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout(30_000);
    connection.setReadTimeout(30_000);
    connection.setRequestProperty("Authorization", "Bearer " + photosToken);
    connection.setRequestProperty("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
    connection.setDoOutput(true);
    try (var output = connection.getOutputStream()) {
      part(output, "name=\"caption\"", "Sunset at the \"Blue Lagoon\"".getBytes());
      part(output, "name=\"visibility\"", "friends".getBytes());
      part(
          output,
          "name=\"photo\"; filename=\"sunset.jpg\"\r\nContent-Type: image/jpeg",
          Files.readAllBytes(Path.of("sunset.jpg")));
      output.write(("--" + BOUNDARY + "--\r\n").getBytes());
    }
    var status = connection.getResponseCode();
    if (status >= 300) {
      var error = connection.getErrorStream();
      var reason =
          error == null ? connection.getHeaderField("Location") : new String(error.readAllBytes());
      throw new IOException("HTTP " + status + " " + reason);
    }
    var answer = connection.getInputStream().readAllBytes();
    if (answer.length < connection.getContentLength()) {
      throw new IOException("The answer ended unexpectedly.");
    }
    System.out.println(new String(answer));
  }
}
