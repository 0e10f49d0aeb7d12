// QwQ-32B chat completion
// Run: javac -encoding UTF-8 Main.java && MKEAI_API_KEY=... java Main

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

public class Main {
  public static void main(String[] args) throws Exception {
    var mkeaiApiKey =
        Objects.requireNonNull(System.getenv("MKEAI_API_KEY"), "MKEAI_API_KEY is not set");
    var body =
        """
        {
          "model": "QwQ-32B",
          "messages": [{"role": "user", "content": "你好"}],
          "stream": false
        }
        """;
    var request =
        HttpRequest.newBuilder()
            .uri(URI.create("https://api.mkeai.com/v1/chat/completions"))
            .header("Authorization", "Bearer " + mkeaiApiKey)
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
