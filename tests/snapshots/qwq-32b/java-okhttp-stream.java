// QwQ-32B chat completion
// Install: com.squareup.okhttp3:okhttp-jvm:5.5.1 (Maven, into lib/)
// Run: javac -encoding UTF-8 -cp 'lib/*' Main.java && MKEAI_API_KEY=... java -cp 'lib/*:.' Main

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

public class Main {
  public static void main(String[] args) throws Exception {
    var mkeaiApiKey =
        Objects.requireNonNull(System.getenv("MKEAI_API_KEY"), "MKEAI_API_KEY is not set");
    var body =
        """
        {
          "model": "QwQ-32B",
          "messages": [{"role": "user", "content": "你好"}],
          "stream": true
        }
        """;
    var request =
        new Request.Builder()
            .url("https://api.mkeai.com/v1/chat/completions")
            .addHeader("Authorization", "Bearer " + mkeaiApiKey)
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
      var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
      var data = new ArrayList<String>();
      var lines = new BufferedReader(response.body().charStream());
      for (String line; (line = lines.readLine()) != null; ) {
        var field = line.split(": ?", 2);
        if (field[0].equals("data")) {
          data.add(field.length == 2 ? field[1] : "");
        } else if (line.isEmpty() && !data.isEmpty()) {
          var event = String.join("\n", data);
          if (event.equals("[DONE]")) {
            return;
          }
          out.println(event);
          data.clear();
        }
      }
    }
    throw new EOFException("The stream ended unexpectedly.");
  }
}
