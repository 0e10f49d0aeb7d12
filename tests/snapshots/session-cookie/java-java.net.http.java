// Read a cart with a session cookie
// Run: SHOP_SESSION=... SHOP_DEVICE=... java "-Dfile.encoding=UTF-8" Main.java

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

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
    var request =
        HttpRequest.newBuilder(URI.create("https://shop.example.com/cart?currency=EUR"))
            .header(
                "Cookie",
                "session="
                    + shopSession
                    + "; device="
                    + shopDevice
                    + "; prefs=currency=EUR+tax/incl==")
            .timeout(Duration.ofSeconds(30))
            .build();
    var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    if (response.statusCode() >= 300) {
      var reason = response.headers().firstValue("Location").orElse(response.body());
      throw new IOException("HTTP " + response.statusCode() + " " + reason);
    }
    System.out.println(response.body());
  }
}
