// Delete a user's key
// Run: javac -encoding UTF-8 Main.java && ADMIN_USER=... ADMIN_PASSWORD=... java Main

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

public class Main {
  public static void main(String[] args) throws Exception {
    var adminUser = Objects.requireNonNull(System.getenv("ADMIN_USER"), "ADMIN_USER is not set");
    var adminPassword =
        Objects.requireNonNull(System.getenv("ADMIN_PASSWORD"), "ADMIN_PASSWORD is not set");
    var credentials = (adminUser + ":" + adminPassword).getBytes(StandardCharsets.UTF_8);
    var request =
        HttpRequest.newBuilder()
            .uri(URI.create("https://api.example.net/v2/users/1042/keys/laptop%20%28old%29"))
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials))
            .DELETE()
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
