// Upload a photo
// Install: httpclient5-5.6.5, httpcore5-5.4.4, slf4j-nop-1.7.36, json-20260814 (Maven) in lib/
// Run: PHOTOS_TOKEN=... java "-Dfile.encoding=UTF-8" -cp "lib/*" Main.java

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.entity.mime.HttpMultipartMode;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.util.Timeout;
import org.json.JSONObject;

public class Main {
  public static void main(String[] args) throws Exception {
    var photosToken = System.getenv("PHOTOS_TOKEN");
    if (photosToken == null) {
      System.err.println("PHOTOS_TOKEN is not set");
      System.exit(1);
    }
    var body =
        MultipartEntityBuilder.create()
            .setContentType(ContentType.create("multipart/form-data"))
            .setMode(HttpMultipartMode.LEGACY)
            .setCharset(StandardCharsets.UTF_8)
            .addTextBody(
                "caption",
                "Sunset at the \"Blue Lagoon\"",
                ContentType.TEXT_PLAIN.withCharset(StandardCharsets.UTF_8))
            .addTextBody(
                "visibility", "friends", ContentType.TEXT_PLAIN.withCharset(StandardCharsets.UTF_8))
            .addBinaryBody(
                "photo", new File("sunset.jpg"), ContentType.parse("image/jpeg"), "sunset.jpg")
            .build();
    var request =
        ClassicRequestBuilder.post("https://photos.example.org/albums/summer-2025/photos")
            .addHeader("Authorization", "Bearer " + photosToken)
            .setEntity(body)
            .build();
    var config =
        RequestConfig.custom()
            .setResponseTimeout(Timeout.ofSeconds(30))
            .setRedirectsEnabled(false)
            .build();
    try (var client = HttpClients.custom().setDefaultRequestConfig(config).build();
        var response = client.executeOpen(null, request, null)) {
      if (response.getCode() >= 300) {
        var location = response.getFirstHeader("Location");
        var text = EntityUtils.toString(response.getEntity(), StandardCharsets.UTF_8);
        var reason = location == null ? text : location.getValue();
        throw new IOException("HTTP " + response.getCode() + " " + reason);
      }
      var answer = EntityUtils.toString(response.getEntity(), StandardCharsets.UTF_8);
      System.out.println(new JSONObject(answer).query("/url"));
    }
  }
}
