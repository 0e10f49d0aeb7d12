// QwQ-32B chat completion
// Install: spring-web-7.0.10 with its dependencies, json-20260814 (Maven) in lib/
// Run: MKEAI_API_KEY=... java "-Dfile.encoding=UTF-8" -cp "lib/*" Main.java

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.json.JSONObject;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

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
    var factory = new JdkClientHttpRequestFactory();
    factory.setReadTimeout(Duration.ofSeconds(120));
    var response =
        RestClient.builder()
            .requestFactory(factory)
            .build()
            .post()
            .uri(URI.create("https://api.mkeai.com/v1/chat/completions"))
            .header("Authorization", "Bearer " + mkeaiApiKey)
            .header("Content-Type", "application/json")
            .body(body)
            .retrieve()
            .toEntity(String.class);
    if (response.getStatusCode().is3xxRedirection()) {
      var reason = response.getHeaders().getFirst("Location");
      throw new IOException("HTTP " + response.getStatusCode() + " " + reason);
    }
    var answer = new JSONObject(response.getBody());
    System.out.println(answer.query("/choices/0/message/content"));
  }
}
