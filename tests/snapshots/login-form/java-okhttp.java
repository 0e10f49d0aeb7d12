// Log in with a form
// Install: com.squareup.okhttp3:okhttp-jvm:5.5.1 (Maven, into lib/)
// Run: javac -encoding UTF-8 -cp 'lib/*' Main.java && ACCOUNT_PASSWORD=... java -cp 'lib/*:.' Main

import java.time.Duration;
import java.util.Objects;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;

public class Main {
  public static void main(String[] args) throws Exception {
    var accountPassword =
        Objects.requireNonNull(System.getenv("ACCOUNT_PASSWORD"), "ACCOUNT_PASSWORD is not set");
    var body =
        new FormBody.Builder()
            .add("username", "ada@example.com")
            .add("password", accountPassword)
            .add("scope", "profile")
            .add("scope", "orders")
            .add("device", "")
            .build();
    var request =
        new Request.Builder().url("https://accounts.example.com/login").post(body).build();
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
