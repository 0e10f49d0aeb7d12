// Ask a GraphQL API
// Install: okhttp-jvm-5.5.1, okio-jvm-3.18.1, kotlin-stdlib-2.1.21, json-20260814 (Maven) in lib/
// Run: CODE_TOKEN=... java "-Dfile.encoding=UTF-8" -cp "lib/*" Main.java

import java.io.IOException;
import java.time.Duration;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.json.JSONObject;

public class Main {
  public static void main(String[] args) throws Exception {
    var codeToken = System.getenv("CODE_TOKEN");
    if (codeToken == null) {
      System.err.println("CODE_TOKEN is not set");
      System.exit(1);
    }
    var body =
        """
        {
          "query": "query NewestIssues($owner: String!, $name: String!, $count: Int = 3) {\\n  repository(owner: $owner, name: $name) {\\n    issues(first: $count, states: [OPEN]) {\\n      nodes { number title }\\n    }\\n  }\\n}\\n",
          "variables": {"owner": "ada", "name": "engine", "count": 2}
        }
        """;
    var request =
        new Request.Builder()
            .url("https://code.example.com/graphql")
            .addHeader("Authorization", "Bearer " + codeToken)
            .post(RequestBody.create(body.getBytes(), MediaType.get("application/json")))
            .build();
    var client = new OkHttpClient.Builder().readTimeout(Duration.ofSeconds(30)).build();
    try (var response = client.newCall(request).execute()) {
      if (!response.isSuccessful()) {
        throw new IOException("HTTP " + response.code() + " " + response.body().string());
      }
      var answer = new JSONObject(response.body().string());
      System.out.println(answer.query("/data/repository/issues/nodes"));
    }
  }
}
