// Ask a GraphQL API
// Install: com.squareup.okhttp3:okhttp-jvm:5.5.1 (Maven, into lib/)
// Run: javac -encoding UTF-8 -cp 'lib/*' Main.java && CODE_TOKEN=... java -cp 'lib/*:.' Main

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

public class Main {
  public static void main(String[] args) throws Exception {
    var codeToken = Objects.requireNonNull(System.getenv("CODE_TOKEN"), "CODE_TOKEN is not set");
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
            .addHeader("Content-Type", "application/json")
            .post(RequestBody.create(body.getBytes(StandardCharsets.UTF_8)))
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
