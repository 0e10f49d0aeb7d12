// Ask a GraphQL API
// Run: javac -encoding UTF-8 Main.java && CODE_TOKEN=... java Main

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

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
        HttpRequest.newBuilder()
            .uri(URI.create("https://code.example.com/graphql"))
            .header("Authorization", "Bearer " + codeToken)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
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
