// Replace an avatar
// Install: com.squareup.okhttp3:okhttp-jvm:5.5.1 (Maven, into lib/)
// Run: javac -encoding UTF-8 -cp 'lib/*' Main.java && FILES_API_KEY=... java -cp 'lib/*:.' Main

import java.io.File;
import java.time.Duration;
import java.util.Objects;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

public class Main {
  public static void main(String[] args) throws Exception {
    var filesApiKey =
        Objects.requireNonNull(System.getenv("FILES_API_KEY"), "FILES_API_KEY is not set");
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
        System.err.println("HTTP " + response.code() + " " + response.header("Location", ""));
        System.err.write(response.body().bytes());
        System.exit(1);
      }
      System.out.write(response.body().bytes());
    }
  }
}
