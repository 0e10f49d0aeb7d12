// """; import os; os.system('touch PWNED'); """ ''' "; touch PWNED; " '; touch PWNED; ' $(touch PWNED) `touch PWNED` #{system('touch PWNED')} ${x} %s %n \"""
// Run: javac -encoding UTF-8 Main.java && java Main

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.TimeUnit;

public class Main {
  public static void main(String[] args) throws Exception {
    var request = HttpRequest.newBuilder().uri(URI.create("https://api.example.com/notes")).build();
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
