// */ ?> */ --> ??/ /// script # coding: utf-7 \ u000a touch PWNED \ u002a\ u002f {{ 7*7 }} {% raw %} <?php touch('PWNED'); ?> <!-- \
// Install: com.squareup.okhttp3:okhttp-jvm:5.5.1 (Maven, into lib/)
// Run: javac -encoding UTF-8 -cp 'lib/*' Main.java && java -cp 'lib/*:.' Main

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

public class Main {
  public static void main(String[] args) throws Exception {
    var body =
        """
        {"a": 1}
        """;
    var request =
        new Request.Builder()
            .url("https://api.example.com/notes")
            .addHeader("Content-Type", "application/json")
            .post(RequestBody.create(body.getBytes(StandardCharsets.UTF_8)))
            .build();
    var client =
        new OkHttpClient.Builder()
            .readTimeout(Duration.ofSeconds(30))
            .followRedirects(false)
            .build();
    try (var response = client.newCall(request).execute()) {
      if (!response.isSuccessful()) {
        System.err.println("HTTP " + response.code() + " " + response.header("Location", ""));
        System.err.write(response.body().bytes());
        System.exit(1);
      }
      System.out.write(response.body().bytes());
    }
  }
}
