// Ask a GraphQL API
// Run: CODE_TOKEN=... java "-Dfile.encoding=UTF-8" Main.java

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

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
        HttpRequest.newBuilder(URI.create("https://code.example.com/graphql"))
            .header("Authorization", "Bearer " + codeToken)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
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
