// Log in with a form
// Run: ACCOUNT_PASSWORD=... java "-Dfile.encoding=UTF-8" Main.java

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

public class Main {
  public static void main(String[] args) throws Exception {
    var accountPassword = System.getenv("ACCOUNT_PASSWORD");
    if (accountPassword == null) {
      System.err.println("ACCOUNT_PASSWORD is not set");
      System.exit(1);
    }
    var body =
        "username="
            + URLEncoder.encode("ada@example.com", StandardCharsets.UTF_8)
            + "&password="
            + URLEncoder.encode(accountPassword, StandardCharsets.UTF_8)
            + "&scope=profile&scope=orders&device=";
    var request =
        HttpRequest.newBuilder(URI.create("https://accounts.example.com/login"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
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
