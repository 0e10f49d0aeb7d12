// Search a catalogue
// Run: java "-Dfile.encoding=UTF-8" Main.java

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

public class Main {
  public static void main(String[] args) throws Exception {
    var url =
        "https://api.example.com/v1/catalogues/books/items?q="
            + URLEncoder.encode("café & crème", StandardCharsets.UTF_8)
            + "&tag=cooking&tag=french&limit=10";
    var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
    connection.setConnectTimeout(30_000);
    connection.setReadTimeout(30_000);
    connection.setRequestProperty("X-Request-Id", "docs-0001");
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
