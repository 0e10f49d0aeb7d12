// QwQ-32B chat completion
// Install: unirest-java-core-4.10.1.jar, json-20260814.jar (Maven) in lib/
// Run: MKEAI_API_KEY=... java "-Dfile.encoding=UTF-8" -cp "lib/*" Main.java

import java.io.IOException;
import kong.unirest.core.Unirest;
import org.json.JSONObject;

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
    Unirest.config().followRedirects(false);
    var response =
        Unirest.post("https://api.mkeai.com/v1/chat/completions")
            .header("Authorization", "Bearer " + mkeaiApiKey)
            .header("Content-Type", "application/json")
            .requestTimeout(120_000)
            .body(body)
            .asString();
    if (!response.isSuccess()) {
      var text = response.mapError(String.class);
      var reason = response.getHeaders().getFirst("Location") + text;
      var cause = response.getParsingError().orElse(null);
      throw new IOException("HTTP " + response.getStatus() + " " + reason, cause);
    }
    var answer = new JSONObject(response.getBody());
    System.out.println(answer.query("/choices/0/message/content"));
  }
}
