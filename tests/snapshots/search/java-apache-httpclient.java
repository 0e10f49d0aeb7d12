// Search a catalogue
// Install: httpclient5-5.6.5, httpcore5-5.4.4, slf4j-nop-1.7.36, json-20260814 (Maven) in lib/
// Run: java "-Dfile.encoding=UTF-8" -cp "lib/*" Main.java

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.util.Timeout;
import org.json.JSONObject;

public class Main {
  public static void main(String[] args) throws Exception {
    var request =
        ClassicRequestBuilder.get("https://api.example.com/v1/catalogues/books/items")
            .addParameter("q", "café & crème")
            .addParameter("tag", "cooking")
            .addParameter("tag", "french")
            .addParameter("limit", "10")
            .addHeader("X-Request-Id", "docs-0001")
            .build();
    var config = RequestConfig.custom().setResponseTimeout(Timeout.ofSeconds(30)).build();
    try (var client = HttpClients.custom().setDefaultRequestConfig(config).build();
        var response = client.executeOpen(null, request, null)) {
      if (response.getCode() >= 300) {
        var location = response.getFirstHeader("Location");
        var text = EntityUtils.toString(response.getEntity(), StandardCharsets.UTF_8);
        var reason = location == null ? text : location.getValue();
        throw new IOException("HTTP " + response.getCode() + " " + reason);
      }
      var answer = EntityUtils.toString(response.getEntity(), StandardCharsets.UTF_8);
      System.out.println(new JSONObject(answer).query("/items/0/title"));
    }
  }
}
