// QwQ-32B chat completion
// Install: okhttp-jvm-5.5.1, okio-jvm-3.18.1, kotlin-stdlib-2.1.21, json-20260814 (Maven) in lib/
// Run: MKEAI_API_KEY=... java "-Dfile.encoding=UTF-8" -cp "lib/*" Main.java

import java.io.IOException;
import java.time.Duration;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
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
    var request =
        new Request.Builder()
            .url("https://api.mkeai.com/v1/chat/completions")
            .addHeader("Authorization", "Bearer " + mkeaiApiKey)
            .post(RequestBody.create(body.getBytes(), MediaType.get("application/json")))
            .build();
    var client = new OkHttpClient.Builder().readTimeout(Duration.ofSeconds(120)).build();
    try (var response = client.newCall(request).execute()) {
      if (!response.isSuccessful()) {
        throw new IOException("HTTP " + response.code() + " " + response.body().string());
      }
      var answer = new JSONObject(response.body().string());
      System.out.println(answer.query("/choices/0/message/content"));
    }
  }
}
