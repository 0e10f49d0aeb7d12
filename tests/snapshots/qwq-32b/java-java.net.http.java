// QwQ-32B chat completion
// Run: MKEAI_API_KEY=... java "-Dfile.encoding=UTF-8" Main.java

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

public class Main {
  public static void main(String[] args) throws Exception {
    var mkeaiApiKey = System.getenv("MKEAI_API_KEY");
    if (mkeaiApiKey == null) {
      System.err.println("MKEAI_API_KEY is not set");
      System.exit(1);
    }
    var body =
        """
        {
          "model": "QwQ-32B",
          "messages": [{"role": "user", "content": "你好"}],
          "stream": false
        }
        """;
    var request =
        HttpRequest.newBuilder(URI.create("https://api.mkeai.com/v1/chat/completions"))
            .header("Authorization", "Bearer " + mkeaiApiKey)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .timeout(Duration.ofSeconds(120))
            .build();
    var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    if (response.statusCode() >= 300) {
      var reason = response.headers().firstValue("Location").orElse(response.body());
      throw new IOException("HTTP " + response.statusCode() + " " + reason);
    }
    System.out.println(response.body());
  }
}
