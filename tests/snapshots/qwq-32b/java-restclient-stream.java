// QwQ-32B chat completion
// Install: spring-web-7.0.10 with its dependencies, json-20260814 (Maven) in lib/
// Run: MKEAI_API_KEY=... java "-Dfile.encoding=UTF-8" -cp "lib/*" Stream.java

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.json.JSONObject;
import org.springframework.web.client.RestClient;

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
        RestClient.create()
            .post()
            .uri(URI.create("https://api.mkeai.com/v1/chat/completions"))
            .header("Authorization", "Bearer " + mkeaiApiKey)
            .header("Content-Type", "application/json")
            .body(body);
    var response =
        ForkJoinPool.commonPool()
            .submit(() -> request.exchange((sent, answer) -> answer, false))
            .get(120, TimeUnit.SECONDS);
    if (!response.getStatusCode().is2xxSuccessful()) {
      var text = new String(response.getBody().readAllBytes());
      var reason = response.getHeaders().getFirst("Location") + text;
      throw new IOException("HTTP " + response.getStatusCode() + " " + reason);
    }
    var lines = new BufferedReader(new InputStreamReader(response.getBody())).lines().iterator();
    var last = "";
    while (ForkJoinPool.commonPool().submit(lines::hasNext).get(120, TimeUnit.SECONDS)) {
      var line = lines.next();
      if (line.startsWith("data:")) {
        var data = line.replaceFirst("data: ?", "");
        if (data.equals("[DONE]")) {
          return;
        }
        var event = new JSONObject(data);
        if (event.optQuery("/choices/0/delta/content") instanceof String text) {
          System.out.print(text);
        }
        if (event.optQuery("/choices/0/delta/reasoning_content") instanceof String text) {
          System.err.print(text);
        }
      }
      last = (line.startsWith("data:") ? "" : last) + "\n" + line;
    }
    throw new IOException("The stream ended unexpectedly." + last);
  }
}
