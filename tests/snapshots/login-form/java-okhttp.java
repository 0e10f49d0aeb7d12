// Log in with a form
// Install: okhttp-jvm-5.5.1, okio-jvm-3.18.1, kotlin-stdlib-2.1.21, json-20260814 (Maven) in lib/
// Run: ACCOUNT_PASSWORD=... java "-Dfile.encoding=UTF-8" -cp "lib/*" Main.java

import java.io.IOException;
import java.time.Duration;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.json.JSONObject;

public class Main {
  public static void main(String[] args) throws Exception {
    var accountPassword = System.getenv("ACCOUNT_PASSWORD");
    if (accountPassword == null) {
      System.err.println("ACCOUNT_PASSWORD is not set");
      System.exit(1);
    }
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
        var reason = response.header("Location", response.body().string());
        throw new IOException("HTTP " + response.code() + " " + reason);
      }
      var answer = new JSONObject(response.body().string());
      System.out.println(answer.query("/session/id"));
    }
  }
}
