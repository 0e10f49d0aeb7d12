// */ ?> */ --> ??/ /// script # coding: utf-7 \ u000a touch PWNED \ u002a\ u002f {{ 7*7 }} {% raw %} <?php touch('PWNED'); ?> <!-- \
// Install: okhttp-jvm-5.5.1, okio-jvm-3.18.1, kotlin-stdlib-2.1.21, json-20260814 (Maven) in lib/
// Run: java "-Dfile.encoding=UTF-8" -cp "lib/*" Main.java

import java.io.IOException;
import java.time.Duration;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.json.JSONObject;

public class Main {
  public static void main(String[] args) throws Exception {
    var body =
        """
        {"a": 1}
        """;
    var request =
        new Request.Builder()
            .url("https://api.example.com/notes")
            .post(RequestBody.create(body.getBytes(), MediaType.get("application/json")))
            .build();
    var client = new OkHttpClient.Builder().readTimeout(Duration.ofSeconds(30)).build();
    try (var response = client.newCall(request).execute()) {
      if (!response.isSuccessful()) {
        throw new IOException("HTTP " + response.code() + " " + response.body().string());
      }
      var answer = new JSONObject(response.body().string());
      System.out.println(answer.query("/ok"));
    }
  }
}
