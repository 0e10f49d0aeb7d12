// Look at a download before fetching it
// Install: okhttp-jvm-5.5.1.jar, okio-jvm-3.18.1.jar, kotlin-stdlib-2.1.21.jar (Maven) in lib/
// Run: java "-Dfile.encoding=UTF-8" -cp "lib/*" Main.java

import java.io.IOException;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Request;

public class Main {
  public static void main(String[] args) throws Exception {
    var request =
        new Request.Builder()
            .url("https://downloads.example.net/releases/2.10/engine.tar.gz")
            .addHeader("Accept", "application/gzip")
            .head()
            .build();
    var client = new OkHttpClient.Builder().readTimeout(Duration.ofSeconds(30)).build();
    try (var response = client.newCall(request).execute()) {
      if (!response.isSuccessful()) {
        throw new IOException("HTTP " + response.code() + " " + response.body().string());
      }
      for (var header : response.headers()) {
        System.out.println(header.getFirst() + ": " + header.getSecond());
      }
    }
  }
}
