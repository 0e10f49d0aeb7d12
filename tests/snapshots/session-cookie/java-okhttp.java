// Read a cart with a session cookie
// Install: com.squareup.okhttp3:okhttp-jvm:5.5.1 (Maven, into lib/)
// Run: javac -encoding UTF-8 -cp 'lib/*' Main.java &&
// SHOP_SESSION=... SHOP_DEVICE=... java -cp 'lib/*:.' Main

import java.time.Duration;
import java.util.Objects;
import okhttp3.OkHttpClient;
import okhttp3.Request;

public class Main {
  public static void main(String[] args) throws Exception {
    var shopSession =
        Objects.requireNonNull(System.getenv("SHOP_SESSION"), "SHOP_SESSION is not set");
    var shopDevice = Objects.requireNonNull(System.getenv("SHOP_DEVICE"), "SHOP_DEVICE is not set");
    var request =
        new Request.Builder()
            .url("https://shop.example.com/cart?currency=EUR")
            .addHeader(
                "Cookie",
                "session="
                    + shopSession
                    + "; device="
                    + shopDevice
                    + "; prefs=currency=EUR+tax/incl==")
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
