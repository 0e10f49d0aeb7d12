// Upload a photo
// Install: com.squareup.okhttp3:okhttp-jvm:5.5.1 (Maven, into lib/)
// Run: javac -encoding UTF-8 -cp 'lib/*' Main.java && PHOTOS_TOKEN=... java -cp 'lib/*:.' Main

import java.io.File;
import java.time.Duration;
import java.util.Objects;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

public class Main {
  public static void main(String[] args) throws Exception {
    var photosToken =
        Objects.requireNonNull(System.getenv("PHOTOS_TOKEN"), "PHOTOS_TOKEN is not set");
    var body =
        new MultipartBody.Builder()
            .setType(MultipartBody.FORM)
            .addFormDataPart("caption", "Sunset at the \"Blue Lagoon\"")
            .addFormDataPart("visibility", "friends")
            .addFormDataPart(
                "photo",
                "sunset.jpg",
                RequestBody.create(new File("sunset.jpg"), MediaType.get("image/jpeg")))
            .build();
    var request =
        new Request.Builder()
            .url("https://photos.example.org/albums/summer-2025/photos")
            .addHeader("Authorization", "Bearer " + photosToken)
            .post(body)
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
