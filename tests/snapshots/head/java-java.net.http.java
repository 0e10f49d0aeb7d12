// Look at a download before fetching it
// Run: javac -encoding UTF-8 Main.java && java Main

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.TimeUnit;

public class Main {
  public static void main(String[] args) throws Exception {
    var request =
        HttpRequest.newBuilder()
            .uri(URI.create("https://downloads.example.net/releases/2.10/engine.tar.gz"))
            .header("Accept", "application/gzip")
            .method("HEAD", BodyPublishers.noBody())
            .build();
    var response =
        HttpClient.newHttpClient()
            .sendAsync(request, BodyHandlers.discarding())
            .get(30, TimeUnit.SECONDS);
    if (response.statusCode() >= 300) {
      System.err.println("HTTP " + response.statusCode());
      response.headers().firstValue("Location").ifPresent(System.err::println);
      System.exit(1);
    }
    response
        .headers()
        .map()
        .forEach(
            (name, values) -> values.forEach(value -> System.out.println(name + ": " + value)));
  }
}
