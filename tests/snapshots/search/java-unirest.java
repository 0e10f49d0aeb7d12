// Search a catalogue
// Install: unirest-java-core-4.10.1.jar, json-20260814.jar (Maven) in lib/
// Run: java "-Dfile.encoding=UTF-8" -cp "lib/*" Main.java

import java.io.IOException;
import kong.unirest.core.Unirest;
import org.json.JSONObject;

public class Main {
  public static void main(String[] args) throws Exception {
    Unirest.config().followRedirects(false);
    var response =
        Unirest.get("https://api.example.com/v1/catalogues/books/items")
            .queryString("q", "café & crème")
            .queryString("tag", "cooking")
            .queryString("tag", "french")
            .queryString("limit", "10")
            .header("X-Request-Id", "docs-0001")
            .requestTimeout(30_000)
            .asString();
    if (!response.isSuccess()) {
      var text = response.mapError(String.class);
      var reason = response.getHeaders().getFirst("Location") + text;
      var cause = response.getParsingError().orElse(null);
      throw new IOException("HTTP " + response.getStatus() + " " + reason, cause);
    }
    var answer = new JSONObject(response.getBody());
    System.out.println(answer.query("/items/0/title"));
  }
}
