// Delete a user's key
// Run: ADMIN_USER=... ADMIN_PASSWORD=... java "-Dfile.encoding=UTF-8" Main.java

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

public class Main {
  public static void main(String[] args) throws Exception {
    for (var name : List.of("ADMIN_USER", "ADMIN_PASSWORD")) {
      if (System.getenv(name) == null) {
        System.err.println(name + " is not set");
        System.exit(1);
      }
    }
    var adminUser = System.getenv("ADMIN_USER");
    var adminPassword = System.getenv("ADMIN_PASSWORD");
    var credentials = (adminUser + ":" + adminPassword).getBytes();
    var url = "https://api.example.net/v2/users/1042/keys/laptop%20%28old%29";
    var request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials))
            .DELETE()
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
