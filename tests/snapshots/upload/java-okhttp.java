// Upload a photo
// Install: okhttp-jvm-5.5.1, okio-jvm-3.18.1, kotlin-stdlib-2.1.21, json-20260814 (Maven) in lib/
// Run: PHOTOS_TOKEN=... java "-Dfile.encoding=UTF-8" -cp "lib/*" Main.java

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.json.JSONObject;

public class Main {
  public static void main(String[] args) throws Exception {
    var photosToken = System.getenv("PHOTOS_TOKEN");
    if (photosToken == null) {
      System.err.println("PHOTOS_TOKEN is not set");
      System.exit(1);
    }
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
    var client = new OkHttpClient.Builder().readTimeout(Duration.ofSeconds(30)).build();
    try (var response = client.newCall(request).execute()) {
      if (!response.isSuccessful()) {
        throw new IOException("HTTP " + response.code() + " " + response.body().string());
      }
      var answer = new JSONObject(response.body().string());
      System.out.println(answer.query("/url"));
    }
  }
}
