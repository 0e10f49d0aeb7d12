// QwQ-32B chat completion
// Run: MKEAI_API_KEY=... java "-Dfile.encoding=UTF-8" Main.java

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

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
    var url = "https://api.mkeai.com/v1/chat/completions";
    var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
    connection.setRequestMethod("POST");
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout(120_000);
    connection.setReadTimeout(120_000);
    connection.setRequestProperty("Authorization", "Bearer " + mkeaiApiKey);
    connection.setRequestProperty("Content-Type", "application/json");
    connection.setDoOutput(true);
    connection.getOutputStream().write(body.getBytes());
    var status = connection.getResponseCode();
    if (status >= 300) {
      var error = connection.getErrorStream();
      var reason =
          error == null ? connection.getHeaderField("Location") : new String(error.readAllBytes());
      throw new IOException("HTTP " + status + " " + reason);
    }
    var answer = connection.getInputStream().readAllBytes();
    if (answer.length < connection.getContentLength()) {
      throw new IOException("The answer ended unexpectedly.");
    }
    System.out.println(new String(answer));
  }
}
