// Delete a user's key
// Install: com.squareup.okhttp3:okhttp-jvm:5.5.1 (Maven, into lib/)
// Run: javac -encoding UTF-8 -cp 'lib/*' Main.java &&
// ADMIN_USER=... ADMIN_PASSWORD=... java -cp 'lib/*:.' Main

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import okhttp3.Request;

public class Main {
  public static void main(String[] args) throws Exception {
    var adminUser = Objects.requireNonNull(System.getenv("ADMIN_USER"), "ADMIN_USER is not set");
    var adminPassword =
        Objects.requireNonNull(System.getenv("ADMIN_PASSWORD"), "ADMIN_PASSWORD is not set");
    var credentials = Credentials.basic(adminUser, adminPassword, StandardCharsets.UTF_8);
    var request =
        new Request.Builder()
            .url("https://api.example.net/v2/users/1042/keys/laptop%20%28old%29")
            .header("Authorization", credentials)
            .delete()
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
