// Search a catalogue
// Install: com.squareup.okhttp3:okhttp-jvm:5.5.1 (Maven, into lib/)
// Run: javac -encoding UTF-8 -cp 'lib/*' Main.java && java -cp 'lib/*:.' Main

import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Request;

public class Main {
  public static void main(String[] args) throws Exception {
    var request =
        new Request.Builder()
            .url(
                "https://api.example.com/v1/catalogues/books/items?q=caf%C3%A9%20%26%20cr%C3%A8me&tag=cooking&tag=french&limit=10")
            .addHeader("X-Request-Id", "docs-0001")
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
