// """; import os; os.system('touch PWNED'); """ ''' "; touch PWNED; " '; touch PWNED; ' $(touch PWNED) `touch PWNED` #{system('touch PWNED')} ${x} %s %n \"""
// Run: java "-Dfile.encoding=UTF-8" Main.java

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

public class Main {
  public static void main(String[] args) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("https://api.example.com/notes"))
            .timeout(Duration.ofSeconds(30))
            .build();
    var response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() >= 300) {
      var reason = response.headers().firstValue("Location").orElse(response.body());
      System.err.println("HTTP " + response.statusCode() + " " + reason);
      System.exit(1);
    }
    System.out.println(response.body());
  }
}
