// Read a cart with a session cookie
// Install: okhttp-jvm-5.5.1, okio-jvm-3.18.1, kotlin-stdlib-2.1.21, json-20260814 (Maven) in lib/
// Run: SHOP_SESSION=... SHOP_DEVICE=... java "-Dfile.encoding=UTF-8" -cp "lib/*" Main.java

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.json.JSONObject;

public class Main {
  public static void main(String[] args) throws Exception {
    for (var name : List.of("SHOP_SESSION", "SHOP_DEVICE")) {
      if (System.getenv(name) == null) {
        System.err.println(name + " is not set");
        System.exit(1);
      }
    }
    var shopSession = System.getenv("SHOP_SESSION");
    var shopDevice = System.getenv("SHOP_DEVICE");
    var url =
        HttpUrl.get("https://shop.example.com/cart")
            .newBuilder()
            .addQueryParameter("currency", "EUR")
            .build();
    var request =
        new Request.Builder()
            .url(url)
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
        var reason = response.header("Location", response.body().string());
        throw new IOException("HTTP " + response.code() + " " + reason);
      }
      var answer = new JSONObject(response.body().string());
      System.out.println(answer.query("/items/0/sku"));
    }
  }
}
