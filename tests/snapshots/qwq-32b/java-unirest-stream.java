// QwQ-32B chat completion
// Install: unirest-java-core-4.10.1.jar, json-20260814.jar (Maven) in lib/
// Run: MKEAI_API_KEY=... java "-Dfile.encoding=UTF-8" -cp "lib/*" Stream.java

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import kong.unirest.core.RawResponse;
import kong.unirest.core.Unirest;
import org.json.JSONObject;

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
    Unirest.config().followRedirects(false);
    var response =
        Unirest.post("https://api.mkeai.com/v1/chat/completions")
            .header("Authorization", "Bearer " + mkeaiApiKey)
            .header("Content-Type", "application/json")
            .requestTimeout(120_000)
            .body(body)
            .asObject(RawResponse::getContent);
    if (!response.isSuccess()) {
      var text = new String(response.getBody().readAllBytes());
      var reason = response.getHeaders().getFirst("Location") + text;
      var cause = response.getParsingError().orElse(null);
      throw new IOException("HTTP " + response.getStatus() + " " + reason, cause);
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
