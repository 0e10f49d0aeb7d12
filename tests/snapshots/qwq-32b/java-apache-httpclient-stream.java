// QwQ-32B chat completion
// Install: httpclient5-5.6.5, httpcore5-5.4.4, slf4j-nop-1.7.36, json-20260814 (Maven) in lib/
// Run: MKEAI_API_KEY=... java "-Dfile.encoding=UTF-8" -cp "lib/*" Stream.java

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.util.Timeout;
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
    var request =
        ClassicRequestBuilder.post("https://api.mkeai.com/v1/chat/completions")
            .addHeader("Authorization", "Bearer " + mkeaiApiKey)
            .setEntity(body.getBytes(), ContentType.parse("application/json"))
            .build();
    var config =
        RequestConfig.custom()
            .setResponseTimeout(Timeout.ofSeconds(120))
            .setRedirectsEnabled(false)
            .build();
    try (var client = HttpClients.custom().setDefaultRequestConfig(config).build();
        var response = client.executeOpen(null, request, null)) {
      if (response.getCode() >= 300) {
        var location = response.getFirstHeader("Location");
        var text = EntityUtils.toString(response.getEntity(), StandardCharsets.UTF_8);
        var reason = location == null ? text : location.getValue();
        throw new IOException("HTTP " + response.getCode() + " " + reason);
      }
      var lines = new BufferedReader(new InputStreamReader(response.getEntity().getContent()));
      var last = "";
      for (String line; (line = lines.readLine()) != null; ) {
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
}
