// Read a cart with a session cookie
// Run: javac -encoding UTF-8 Main.java && SHOP_SESSION=... SHOP_DEVICE=... java Main

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

public class Main {
  public static void main(String[] args) throws Exception {
    var shopSession =
        Objects.requireNonNull(System.getenv("SHOP_SESSION"), "SHOP_SESSION is not set");
    var shopDevice = Objects.requireNonNull(System.getenv("SHOP_DEVICE"), "SHOP_DEVICE is not set");
    var request =
        HttpRequest.newBuilder()
            .uri(URI.create("https://shop.example.com/cart?currency=EUR"))
            .header(
                "Cookie",
                "session="
                    + shopSession
                    + "; device="
                    + shopDevice
                    + "; prefs=currency=EUR+tax/incl==")
            .build();
    var response =
        HttpClient.newHttpClient()
            .sendAsync(request, BodyHandlers.ofByteArray())
            .get(30, TimeUnit.SECONDS);
    if (response.statusCode() >= 300) {
      System.err.println("HTTP " + response.statusCode());
      response.headers().firstValue("Location").ifPresent(System.err::println);
      System.err.write(response.body());
      System.exit(1);
    }
    System.out.write(response.body());
  }
}
