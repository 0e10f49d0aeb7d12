// Delete a user's key
// Install: okhttp-jvm-5.5.1.jar, okio-jvm-3.18.1.jar, kotlin-stdlib-2.1.21.jar (Maven) in lib/
// Run: ADMIN_USER=... ADMIN_PASSWORD=... java "-Dfile.encoding=UTF-8" -cp "lib/*" Main.java

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import okhttp3.Request;

public class Main {
  public static void main(String[] args) throws Exception {
    for (var name : List.of("ADMIN_USER", "ADMIN_PASSWORD")) {
      if (System.getenv(name) == null) {
        System.err.println(name + " is not set");
        System.exit(1);
      }
    }
    var adminUser = System.getenv("ADMIN_USER");
    var adminPassword = System.getenv("ADMIN_PASSWORD");
    var request =
        new Request.Builder()
            .url("https://api.example.net/v2/users/1042/keys/laptop%20%28old%29")
            .addHeader(
                "Authorization",
                Credentials.basic(adminUser, adminPassword, StandardCharsets.UTF_8))
            .delete()
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
      System.out.println(response.body().string());
    }
  }
}
