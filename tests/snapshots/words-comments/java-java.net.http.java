// */ ?> */ --> ??/ /// script # coding: utf-7 \ u000a touch PWNED \ u002a\ u002f {{ 7*7 }} {% raw %} <?php touch('PWNED'); ?> <!-- \
// Run: javac -encoding UTF-8 Main.java && java Main

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.TimeUnit;

public class Main {
  public static void main(String[] args) throws Exception {
    var body =
        """
        {"a": 1}
        """;
    var request =
        HttpRequest.newBuilder()
            .uri(URI.create("https://api.example.com/notes"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
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
