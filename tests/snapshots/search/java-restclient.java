// Search a catalogue
// Install: spring-web-7.0.10 with its dependencies, json-20260814 (Maven) in lib/
// Run: java "-Dfile.encoding=UTF-8" -cp "lib/*" Main.java

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.json.JSONObject;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

public class Main {
  public static void main(String[] args) throws Exception {
    var url =
        "https://api.example.com/v1/catalogues/books/items?q="
            + URLEncoder.encode("café & crème", StandardCharsets.UTF_8)
            + "&tag=cooking&tag=french&limit=10";
    var factory = new JdkClientHttpRequestFactory();
    factory.setReadTimeout(Duration.ofSeconds(30));
    var response =
        RestClient.builder()
            .requestFactory(factory)
            .build()
            .get()
            .uri(URI.create(url))
            .header("X-Request-Id", "docs-0001")
            .retrieve()
            .toEntity(String.class);
    if (response.getStatusCode().is3xxRedirection()) {
      var reason = response.getHeaders().getFirst("Location");
      throw new IOException("HTTP " + response.getStatusCode() + " " + reason);
    }
    var answer = new JSONObject(response.getBody());
    System.out.println(answer.query("/items/0/title"));
  }
}
