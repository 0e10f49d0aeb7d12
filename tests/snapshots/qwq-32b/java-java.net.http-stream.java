// QwQ-32B chat completion
// Run: MKEAI_API_KEY=... java "-Dfile.encoding=UTF-8" Stream.java

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;

public class Stream {
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
          "stream": true
        }
        """;
    var request =
        HttpRequest.newBuilder(URI.create("https://api.mkeai.com/v1/chat/completions"))
            .header("Authorization", "Bearer " + mkeaiApiKey)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    var client = HttpClient.newHttpClient();
    var response = client.sendAsync(request, BodyHandlers.ofLines()).get(120, TimeUnit.SECONDS);
    if (response.statusCode() >= 300) {
      var text = String.join("\n", response.body().toList());
      var reason = response.headers().firstValue("Location").orElse(text);
      throw new IOException("HTTP " + response.statusCode() + " " + reason);
    }
    var lines = response.body().iterator();
    var last = "";
    while (ForkJoinPool.commonPool().submit(lines::hasNext).get(120, TimeUnit.SECONDS)) {
      var line = lines.next();
      if (line.startsWith("data:")) {
        var event = line.replaceFirst("data: ?", "");
        if (event.equals("[DONE]")) {
          return;
        }
        System.out.println(event);
      }
      last = (line.startsWith("data:") ? "" : last) + "\n" + line;
    }
    throw new IOException("The stream ended unexpectedly." + last);
  }
}
