// Replace an avatar
// Install: okhttp-jvm-5.5.1, okio-jvm-3.18.1, kotlin-stdlib-2.1.21, json-20260814 (Maven) in lib/
// Run: FILES_API_KEY=... java "-Dfile.encoding=UTF-8" -cp "lib/*" Main.java

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.json.JSONObject;

public class Main {
  public static void main(String[] args) throws Exception {
    var filesApiKey = System.getenv("FILES_API_KEY");
    if (filesApiKey == null) {
      System.err.println("FILES_API_KEY is not set");
      System.exit(1);
    }
    var request =
        new Request.Builder()
            .url("https://files.example.org/avatars/ada")
            .addHeader("X-Api-Key", filesApiKey)
            .put(RequestBody.create(new File("avatar.png"), MediaType.get("image/png")))
            .build();
    var client =
        new OkHttpClient.Builder()
            .readTimeout(Duration.ofSeconds(30))
            .followRedirects(false)
            .build();
    try (var response = client.newCall(request).execute()) {
      if (!response.isSuccessful()) {
        var reason = response.header("Location", response.body().string());
        throw new IOException("HTTP " + response.code() + " " + reason);
      }
      var answer = new JSONObject(response.body().string());
      System.out.println(answer.query("/bytes"));
    }
  }
}
