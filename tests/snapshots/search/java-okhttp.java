// Search a catalogue
// Install: okhttp-jvm-5.5.1, okio-jvm-3.18.1, kotlin-stdlib-2.1.21, json-20260814 (Maven) in lib/
// Run: java "-Dfile.encoding=UTF-8" -cp "lib/*" Main.java

import java.io.IOException;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.json.JSONObject;

public class Main {
  public static void main(String[] args) throws Exception {
    var url =
        HttpUrl.get("https://api.example.com/v1/catalogues/books/items")
            .newBuilder()
            .addQueryParameter("q", "café & crème")
            .addQueryParameter("tag", "cooking")
            .addQueryParameter("tag", "french")
            .addQueryParameter("limit", "10")
            .build();
    var request = new Request.Builder().url(url).addHeader("X-Request-Id", "docs-0001").build();
    var client = new OkHttpClient.Builder().readTimeout(Duration.ofSeconds(30)).build();
    try (var response = client.newCall(request).execute()) {
      if (!response.isSuccessful()) {
        throw new IOException("HTTP " + response.code() + " " + response.body().string());
      }
      var answer = new JSONObject(response.body().string());
      System.out.println(answer.query("/items/0/title"));
    }
  }
}
