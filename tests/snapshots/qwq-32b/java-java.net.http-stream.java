// QwQ-32B chat completion
// Run: javac -encoding UTF-8 Main.java && MKEAI_API_KEY=... java Main

import java.io.EOFException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
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
          "stream": true
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
            .sendAsync(request, BodyHandlers.ofLines())
            .get(30, TimeUnit.SECONDS);
    if (response.statusCode() >= 300) {
      System.err.println("HTTP " + response.statusCode());
      response.headers().firstValue("Location").ifPresent(System.err::println);
      response.body().forEach(new PrintStream(System.err, true, StandardCharsets.UTF_8)::println);
      System.exit(1);
    }
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var data = new ArrayList<String>();
    var lines = response.body().map(line -> line.replaceFirst("^\uFEFF", "")).iterator();
    while (ForkJoinPool.commonPool().submit(lines::hasNext).get(30, TimeUnit.SECONDS)) {
      var line = lines.next();
      var field = line.split(": ?", 2);
      if (field[0].equals("data")) {
        data.add(field.length == 2 ? field[1] : "");
      } else if (line.isEmpty() && !data.isEmpty()) {
        var event = String.join("\n", data);
        if (event.equals("[DONE]")) {
          return;
        }
        out.println(event);
        data.clear();
      }
    }
    throw new EOFException("The stream ended unexpectedly.");
  }
}
