// Upload a photo
// Install: unirest-java-core-4.10.1.jar, json-20260814.jar (Maven) in lib/
// Run: PHOTOS_TOKEN=... java "-Dfile.encoding=UTF-8" -cp "lib/*" Main.java

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kong.unirest.core.MultiPartBuilder;
import kong.unirest.core.Unirest;
import org.json.JSONObject;

public class Main {
  public static void main(String[] args) throws Exception {
    var photosToken = System.getenv("PHOTOS_TOKEN");
    if (photosToken == null) {
      System.err.println("PHOTOS_TOKEN is not set");
      System.exit(1);
    }
    Unirest.config().followRedirects(false);
    var response =
        Unirest.post("https://photos.example.org/albums/summer-2025/photos")
            .header("Authorization", "Bearer " + photosToken)
            .requestTimeout(30_000)
            .multiPartContent()
            .field(
                MultiPartBuilder.named("caption")
                    .value("Sunset at the \"Blue Lagoon\"")
                    .contentType("text/plain"))
            .field(MultiPartBuilder.named("visibility").value("friends").contentType("text/plain"))
            .field(
                MultiPartBuilder.named("photo")
                    .value(Files.readAllBytes(Path.of("sunset.jpg")))
                    .fileName("sunset.jpg")
                    .contentType("image/jpeg"))
            .asString();
    if (!response.isSuccess()) {
      var text = response.mapError(String.class);
      var reason = response.getHeaders().getFirst("Location") + text;
      var cause = response.getParsingError().orElse(null);
      throw new IOException("HTTP " + response.getStatus() + " " + reason, cause);
    }
    var answer = new JSONObject(response.getBody());
    System.out.println(answer.query("/url"));
  }
}
