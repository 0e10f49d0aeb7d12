// """; import os; os.system('touch PWNED'); """ ''' "; touch PWNED; " '; touch PWNED; ' $(touch PWNED) `touch PWNED` #{system('touch PWNED')} ${x} %s %n \"""
// Install: okhttp-jvm-5.5.1, okio-jvm-3.18.1, kotlin-stdlib-2.1.21, json-20260814 (Maven) in lib/
// Run: java "-Dfile.encoding=UTF-8" -cp "lib/*" Main.java

import java.io.IOException;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.json.JSONObject;

public class Main {
  public static void main(String[] args) throws Exception {
    var request = new Request.Builder().url("https://api.example.com/notes").build();
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
