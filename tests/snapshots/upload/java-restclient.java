// Upload a photo
// Install: spring-web-7.0.10 with its dependencies, json-20260814 (Maven) in lib/
// Run: PHOTOS_TOKEN=... java "-Dfile.encoding=UTF-8" -cp "lib/*" Main.java

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.json.JSONObject;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;

public class Main {
  static HttpEntity<Object> part(Object content, String type, String disposition) {
    var headers = new HttpHeaders();
    headers.set("Content-Type", type);
    headers.set("Content-Disposition", disposition);
    return new HttpEntity<>(content, headers);
  }

  public static void main(String[] args) throws Exception {
    var photosToken = System.getenv("PHOTOS_TOKEN");
    if (photosToken == null) {
      System.err.println("PHOTOS_TOKEN is not set");
      System.exit(1);
    }
    var body = new LinkedMultiValueMap<String, Object>();
    body.add("caption", "Sunset at the \"Blue Lagoon\"");
    body.add("visibility", "friends");
    body.add(
        "photo",
        part(
            new FileSystemResource("sunset.jpg"),
            "image/jpeg",
            "form-data; name=\"photo\"; filename=\"sunset.jpg\""));
    var factory = new JdkClientHttpRequestFactory();
    factory.setReadTimeout(Duration.ofSeconds(30));
    var response =
        RestClient.builder()
            .requestFactory(factory)
            .build()
            .post()
            .uri(URI.create("https://photos.example.org/albums/summer-2025/photos"))
            .header("Authorization", "Bearer " + photosToken)
            .body(body)
            .retrieve()
            .toEntity(String.class);
    if (response.getStatusCode().is3xxRedirection()) {
      var reason = response.getHeaders().getFirst("Location");
      throw new IOException("HTTP " + response.getStatusCode() + " " + reason);
    }
    var answer = new JSONObject(response.getBody());
    System.out.println(answer.query("/url"));
  }
}
