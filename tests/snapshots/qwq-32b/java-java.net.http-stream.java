// QwQ-32B chat completion
// Run: MKEAI_API_KEY=... java "-Dfile.encoding=UTF-8" Stream.java

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
    var response =
        HttpClient.newHttpClient()
            .sendAsync(request, HttpResponse.BodyHandlers.ofLines())
            .get(120, TimeUnit.SECONDS);
    if (response.statusCode() >= 300) {
      System.err.println("HTTP " + response.statusCode());
      response.headers().firstValue("Location").ifPresent(System.err::println);
      response.body().forEach(System.err::println);
      System.exit(1);
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
      last = line.isEmpty() ? last : line;
    }
    System.err.println("The stream ended unexpectedly.\n" + last);
    System.exit(1);
  }
}
