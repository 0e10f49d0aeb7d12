// Log in with a form
// Run: javac -encoding UTF-8 Main.java && ACCOUNT_PASSWORD=... java Main

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

public class Main {
  public static void main(String[] args) throws Exception {
    var accountPassword =
        Objects.requireNonNull(System.getenv("ACCOUNT_PASSWORD"), "ACCOUNT_PASSWORD is not set");
    var body =
        "username=ada%40example.com&password="
            + URLEncoder.encode(accountPassword, StandardCharsets.UTF_8).replace("+", "%20")
            + "&scope=profile&scope=orders&device=";
    var request =
        HttpRequest.newBuilder()
            .uri(URI.create("https://accounts.example.com/login"))
            .header("Content-Type", "application/x-www-form-urlencoded")
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
