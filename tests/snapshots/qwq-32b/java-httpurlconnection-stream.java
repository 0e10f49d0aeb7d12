// QwQ-32B chat completion
// Run: MKEAI_API_KEY=... java "-Dfile.encoding=UTF-8" Stream.java

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;

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
    var lines = new BufferedReader(new InputStreamReader(connection.getInputStream()));
    var last = "";
    for (String line; (line = lines.readLine()) != null; ) {
      if (line.startsWith("data:")) {
        var data = line.replaceFirst("data: ?", "");
        if (data.equals("[DONE]")) {
          return;
        }
        System.out.println(data);
      }
      last = (line.startsWith("data:") ? "" : last) + "\n" + line;
    }
    throw new IOException("The stream ended unexpectedly." + last);
  }
}
